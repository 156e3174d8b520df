// SPDX-License-Identifier: Apache-2.0
/// Tests of OpenTelemetry metrics, among them with the OpenTelemetry SDK's own exporter.
@NullMarked
package dev.sextant.ingest.otlp;

import org.jspecify.annotations.NullMarked;
