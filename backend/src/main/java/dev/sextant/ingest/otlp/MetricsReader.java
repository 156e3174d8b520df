// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.otlp;

import static dev.sextant.ingest.wire.Message.bytes;
import static dev.sextant.ingest.wire.Message.varint;

import dev.sextant.ingest.BodyFaultException;
import dev.sextant.ingest.Payload;
import dev.sextant.ingest.admission.Refusals.Reason;
import dev.sextant.ingest.wire.Message;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.MetricMetadata;
import dev.sextant.telemetry.MetricMetadata.Type;
import java.io.IOException;
import java.util.HashMap;

/// Walks one {@code ExportMetricsServiceRequest} without generated classes. Numbers are fields of the messages of
/// opentelemetry-proto 1.x.
final class MetricsReader {
    private static final int GAUGE = 5;
    private static final int SUM = 7;
    private static final int HISTOGRAM = 9;
    private static final int EXPONENTIAL_HISTOGRAM = 10;
    private static final int SUMMARY = 11;
    private static final int DELTA = 1;
    private static final int CUMULATIVE = 2;

    private final byte[] body;
    private final DeltaSums sums;
    private final MetricSeries into = new MetricSeries();
    private String metric = "";

    MetricsReader(byte[] body, DeltaSums sums) {
        this.body = body;
        this.sums = sums;
    }

    Payload read() throws BodyFaultException {
        try {
            Message.whole(body).each(1, this::readResource);
        } catch (IOException fault) {
            throw BodyFaultException.malformed(
                    "the body of %d bytes is not an ExportMetricsServiceRequest of OpenTelemetry, or it is cut off; the fault is %s"
                            .formatted(
                                    body.length,
                                    metric.isEmpty()
                                            ? "before its first metric"
                                            : "in or after metric " + metric));
        }
        return into.payload(sums);
    }

    private void readResource(Message resourceMetrics) throws IOException {
        var pairs = new HashMap<String, String>();
        resourceMetrics.each(1, resource -> pairs.putAll(Attributes.ofResource(resource)));
        var resource = Labels.of(pairs);
        resourceMetrics.each(2, scope -> scope.each(2, message -> readMetric(message, resource)));
    }

    private void readMetric(Message message, Labels resource) throws IOException {
        var texts = new String[] {"", "", "", ""};
        message.fields((tag, in) -> {
            if (tag == bytes(1) || tag == bytes(2) || tag == bytes(3)) {
                texts[tag >> 3] = in.readStringRequireUtf8();
                return true;
            }
            return false;
        });
        metric = texts[1].length() <= 200 ? texts[1] : texts[1].substring(0, 200) + "…";
        var about = new MetricMetadata(texts[1], Type.UNKNOWN, texts[3], texts[2]);
        message.each(GAUGE, gauge -> readGauge(about, gauge, resource));
        message.each(SUM, sum -> readSum(about, sum, resource));
        message.each(HISTOGRAM, histogram -> readHistogram(about, histogram, resource));
        message.each(
                EXPONENTIAL_HISTOGRAM, histogram -> readExponential(about, histogram, resource));
        message.each(SUMMARY, summary -> readSummary(about, summary, resource));
    }

    private void readGauge(MetricMetadata about, Message gauge, Labels resource)
            throws IOException {
        into.takeDeltas(false);
        into.describe(about, Type.GAUGE);
        gauge.each(1, point -> into.addNumber(about.metric(), Point.number(point, resource)));
    }

    private void readSum(MetricMetadata about, Message sum, Labels resource) throws IOException {
        if (!isTaken(sum, about)) {
            return;
        }
        into.describe(about, number(sum, 3) == 1 ? Type.COUNTER : Type.GAUGE);
        sum.each(1, point -> into.addNumber(about.metric(), Point.number(point, resource)));
    }

    private void readHistogram(MetricMetadata about, Message histogram, Labels resource)
            throws IOException {
        if (!isTaken(histogram, about)) {
            return;
        }
        into.describe(about, Type.HISTOGRAM);
        histogram.each(
                1, point -> into.addHistogram(about.metric(), Point.histogram(point, resource)));
    }

    private void readSummary(MetricMetadata about, Message summary, Labels resource)
            throws IOException {
        into.takeDeltas(false);
        into.describe(about, Type.SUMMARY);
        summary.each(1, point -> into.addSummary(about.metric(), Point.summary(point, resource)));
    }

    private void readExponential(MetricMetadata about, Message histogram, Labels resource)
            throws IOException {
        if (!isTaken(histogram, about)) {
            return;
        }
        into.describe(about, Type.HISTOGRAM);
        histogram.each(
                1,
                point -> into.addExponential(about.metric(), Point.exponential(point, resource)));
    }

    /// Whether the data say if their values are totals or differences.
    private boolean isTaken(Message data, MetricMetadata about) throws IOException {
        long temporality = number(data, 2);
        into.takeDeltas(temporality == DELTA);
        if (temporality == DELTA || temporality == CUMULATIVE) {
            return true;
        }
        data.each(
                1,
                _ ->
                        into.refuse(
                                Reason.NO_TEMPORALITY,
                                about.metric()
                                        + " does not say whether it is cumulative or delta"));
        return false;
    }

    private static long number(Message message, int field) throws IOException {
        var number = new long[1];
        message.fields((tag, in) -> {
            if (tag == varint(field)) {
                number[0] = in.readRawVarint64();
                return true;
            }
            return false;
        });
        return number[0];
    }
}
