// SPDX-License-Identifier: Apache-2.0
/// Tests of remote write, among them with a real Prometheus server.
@NullMarked
package dev.sextant.ingest.remotewrite;

import org.jspecify.annotations.NullMarked;
