// SPDX-License-Identifier: Apache-2.0
/// Reads OpenTelemetry metrics (OTLP over HTTP, protobuf). Start with [OtlpFormat]; the messages are walked by
/// [MetricsReader], what a data point becomes is decided in [MetricSeries].
@NullMarked
package dev.sextant.ingest.otlp;

import org.jspecify.annotations.NullMarked;
