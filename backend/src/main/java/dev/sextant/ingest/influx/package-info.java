// SPDX-License-Identifier: Apache-2.0
/// Reads InfluxDB's line protocol as its versions 1 and 2 are sent it. Start with [InfluxFormat]; [LineReader] reads one
/// line.
@NullMarked
package dev.sextant.ingest.influx;

import org.jspecify.annotations.NullMarked;
