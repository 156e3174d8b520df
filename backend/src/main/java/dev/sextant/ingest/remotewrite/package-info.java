// SPDX-License-Identifier: Apache-2.0
/// Reads Prometheus remote write. Start with [RemoteWriteFormat]; the hot loop is [WriteRequestReader], version 2.0 is read by [Request2Reader].
@NullMarked
package dev.sextant.ingest.remotewrite;

import org.jspecify.annotations.NullMarked;
