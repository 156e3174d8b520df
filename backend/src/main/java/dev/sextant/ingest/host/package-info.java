// SPDX-License-Identifier: Apache-2.0
/// Measures the machine that the platform runs on, through OSHI. Start with [HostCollector].
@NullMarked
package dev.sextant.ingest.host;

import org.jspecify.annotations.NullMarked;
