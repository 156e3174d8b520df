// SPDX-License-Identifier: Apache-2.0
/// Tests of line protocol, among them with the clients that InfluxData made for both versions.
@NullMarked
package dev.sextant.ingest.influx;

import org.jspecify.annotations.NullMarked;
