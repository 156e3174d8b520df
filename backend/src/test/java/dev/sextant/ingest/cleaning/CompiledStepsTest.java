// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.cleaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.MetricMetadata;
import dev.sextant.telemetry.MetricMetadata.Type;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompiledStepsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SeriesKey KEY =
            new SeriesKey("m", Labels.of(Map.of("a", "foo", "b", "bar", "c", "baz")));

    /// The cases are those of Prometheus' own test of relabelling.
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{'sourceLabels':['a'],'regex':'f(.*)','targetLabel':'d','separator':';','replacement':'ch${1}-ch${1}'}"
                        + "~m{a=\"foo\", b=\"bar\", c=\"baz\", d=\"choo-choo\"}",
                "{'sourceLabels':['a','b'],'regex':'f(.*);(.*)r','targetLabel':'a','replacement':'b${1}${2}m'}"
                        + "~m{a=\"boobam\", b=\"bar\", c=\"baz\"}",
                "{'sourceLabels':['a'],'regex':'.*o.*','action':'drop'}~-",
                "{'sourceLabels':['a'],'regex':'o','action':'drop'}~m{a=\"foo\", b=\"bar\", c=\"baz\"}",
                "{'sourceLabels':['a'],'regex':'no-match','action':'keep'}~-",
                "{'regex':'(b|c)','action':'labeldrop'}~m{a=\"foo\"}",
                "{'regex':'(a|__name__)','action':'labelkeep'}~m{a=\"foo\"}",
                "{'regex':'a','action':'labelkeep'}~-",
                "{'regex':'(b.*)','replacement':'my_$1','action':'labelmap'}"
                        + "~m{a=\"foo\", b=\"bar\", c=\"baz\", my_b=\"bar\"}",
                "{'sourceLabels':['c'],'targetLabel':'d','separator':';','action':'hashmod','modulus':1000}"
                        + "~m{a=\"foo\", b=\"bar\", c=\"baz\", d=\"976\"}",
                "{'sourceLabels':['a'],'targetLabel':'d','action':'uppercase'}"
                        + "~m{a=\"foo\", b=\"bar\", c=\"baz\", d=\"FOO\"}",
                "{'sourceLabels':['a'],'targetLabel':'b','action':'keepequal'}~-",
                "{'sourceLabels':['a'],'targetLabel':'b','action':'dropequal'}"
                        + "~m{a=\"foo\", b=\"bar\", c=\"baz\"}",
                "{'sourceLabels':['a'],'targetLabel':'b','replacement':''}~m{a=\"foo\", c=\"baz\"}",
                "{'sourceLabels':['a'],'targetLabel':'b','replacement':'$1x$$'}"
                        + "~m{a=\"foo\", b=\"$\", c=\"baz\"}",
                "{'sourceLabels':['__name__'],'targetLabel':'__name__','replacement':'new_$1'}"
                        + "~new_m{a=\"foo\", b=\"bar\", c=\"baz\"}",
                "{'sourceLabels':['a'],'targetLabel':'__tmp'}~m{a=\"foo\", b=\"bar\", c=\"baz\"}"
            })
    void relabelsAsPrometheusDoes(String step, String expected) {
        var text = step.startsWith("{") ? step : "{" + step + "}";
        var after = steps(text.replaceFirst("\\{", "{'type':'relabel',")).apply(KEY).key();
        assertThat(after == null ? "-" : after.toString()).isEqualTo(expected);
    }

    @Test
    void dropsByMetricAndLabels() {
        var steps = steps("{'type':'drop','metric':'go_.*','where':{'job':'a|b'}}");
        assertThat(steps.apply(key("go_x", "job", "a")).droppedBy()).isEqualTo(1);
        assertThat(steps.apply(key("go_x", "job", "c")).droppedBy()).isZero();
        assertThat(steps.apply(key("gone", "job", "a")).droppedBy()).isZero();
    }

    @Test
    void renamesAMetricWithItsParts() {
        var steps =
                steps(
                        "{'type':'renameMetric','from':'rpc','to':'call'}",
                        "{'type':'renameLabel','from':'node','to':'host','metric':'call.*'}");
        assertThat(String.valueOf(steps.apply(key("rpc_bucket", "node", "x")).key()))
                .isEqualTo("call_bucket{host=\"x\"}");
        assertThat(String.valueOf(steps.apply(key("rpc_other", "node", "x")).key()))
                .isEqualTo("rpc_other{node=\"x\"}");
        assertThat(steps.describe(List.of(new MetricMetadata("rpc", Type.HISTOGRAM, "s", "Calls"))))
                .containsExactly(new MetricMetadata("call", Type.HISTOGRAM, "s", "Calls"));
    }

    @Test
    void convertsUnitsOfValuesBoundsAndTheCatalogue() {
        var steps = steps("{'type':'convertUnit','metric':'took','from':'ms','to':'seconds'}");
        assertThat(only(steps, "took", "a", 250).values()).containsExactly(0.25);
        assertThat(only(steps, "took_sum", "a", 250).values()).containsExactly(0.25);
        assertThat(only(steps, "took_count", "a", 250).values()).containsExactly(250);
        var bucket = only(steps, "took_bucket", "5", 7);
        assertThat(bucket.values()).containsExactly(7);
        assertThat(bucket.key().labels().value("le")).isEqualTo("0.005");
        assertThat(only(steps, "took_bucket", "+Inf", 7).key().labels().value("le"))
                .isEqualTo("+Inf");
        assertThat(steps.describe(List.of(new MetricMetadata("took", Type.GAUGE, "ms", "Time"))))
                .containsExactly(new MetricMetadata("took", Type.GAUGE, "s", "Time"));
    }

    @ParameterizedTest
    @CsvSource({
        "%,1,50,0.5",
        "1,%,0.5,50",
        "KiBy,By,2,2048",
        "K,Cel,273.15,0",
        "[degF],Cel,212,100"
    })
    void knowsUnits(String from, String to, double value, double expected) {
        assertThat(UnitConversion.between(from, to).of(value))
                .isCloseTo(expected, org.assertj.core.data.Offset.offset(1e-9));
    }

    @Test
    void keepsTheMarkOfAnEndedSeries() {
        long stale = 0x7ff0000000000002L;
        var steps = steps("{'type':'convertUnit','metric':'m','from':'ms','to':'s'}");
        var series = only(steps, "m", "a", Double.longBitsToDouble(stale));
        assertThat(Double.doubleToRawLongBits(series.values()[0])).isEqualTo(stale);
    }

    @Test
    void leavesWhatItNeedNotTouch() {
        var series = new Series(KEY, new long[] {1}, new double[] {1});
        var steps = steps("{'type':'drop','metric':'other'}");
        assertThat(steps.clean(List.of(series)).getFirst()).isSameAs(series);
        var batch = List.of(series);
        assertThat(CompiledSteps.of(List.of()).clean(batch)).isSameAs(batch);
    }

    @Test
    void remembersNoMoreThanItMay() {
        var memo = new SeriesMemo(100);
        for (int at = 0; at < 1_000; at++) {
            memo.get(key("m", "a", "" + at), key -> new CleanedSeries(key, null, "", 0));
        }
        assertThat(memo.size()).isLessThanOrEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'type':'paint'}|step 1: type \"paint\" is not known",
                "{'type':'relabel','action':'mix'}|step 1: action \"mix\" is not known",
                "{'type':'relabel','regex':'(','targetLabel':'a'}|step 1: regex /(/",
                "{'type':'relabel','regex':'((a{1000}){1000}){1000}','targetLabel':'a'}|too large",
                "{'type':'relabel','action':'hashmod','targetLabel':'a'}|modulus",
                "{'type':'relabel'}|needs a targetLabel",
                "{'type':'drop'}|a drop needs metric or where",
                "{'type':'convertUnit','metric':'m','from':'ms','to':'By'}|neither can become the other",
                "{'type':'renameMetric','from':'a','to':'b c'}|to \"b c\" is not a metric name"
            })
    void saysWhichStepIsWrong(String step, String message) {
        var drafts = List.of(draft(step));
        assertThatThrownBy(() -> CompiledSteps.of(drafts))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    private static Series only(CompiledSteps steps, String metric, String bound, double value) {
        var series = new Series(key(metric, "le", bound), new long[] {1}, new double[] {value});
        return steps.clean(List.of(series)).getFirst();
    }

    private static SeriesKey key(String metric, String label, String value) {
        return new SeriesKey(metric, Labels.of(label, value));
    }

    private static CompiledSteps steps(String... texts) {
        return CompiledSteps.of(List.of(texts).stream().map(CompiledStepsTest::draft).toList());
    }

    private static StepDraft draft(String text) {
        try {
            return JSON.readValue(text.replace('\'', '"'), StepDraft.class);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(text, wrong);
        }
    }
}
