// SPDX-License-Identifier: Apache-2.0
/// Reads Prometheus remote write. Start with [RemoteWriteFormat]; the hot loop is [WriteRequestReader].
@NullMarked
package dev.sextant.ingest.remotewrite;

import org.jspecify.annotations.NullMarked;
