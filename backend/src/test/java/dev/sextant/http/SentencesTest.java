// SPDX-License-Identifier: Apache-2.0
package dev.sextant.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever the preludes and the host can say to the author of a rule is known in Chinese: the sentences are taken from
/// the sources.
class SentencesTest {
    private static final Path PRELUDES = Path.of("../rules-sdk/src/main/resources/prelude");
    private static final Path MODELS =
            Path.of("../rules-sdk/src/main/java/dev/sextant/worker/onnx");
    private static final Path HOST = Path.of("src/main/java/dev/sextant");
    private static final Pattern COMMENT =
            Pattern.compile("(?s:\"\"\".*?\"\"\")|(?m:^\\s*(?:///?|/\\*\\*|\\*|#).*$)");
    private static final Pattern TEXT =
            Pattern.compile(
                    "`((?:[^`\\\\]|\\\\.)*)`|\"((?:[^\"\\\\\n]|\\\\.)*)\"|'((?:[^'\\\\\n]|\\\\.)*)'");
    private static final Pattern JOINT = Pattern.compile("\"\\s*\\+\\s*\"");
    private static final Pattern VALUE =
            Pattern.compile("\\$\\{[^}]*}|(?<!\\{)\\{(?![{ ])[^}]*}|%,?[sd]");
    private static final Pattern WORD = Pattern.compile("[A-Za-z]{2,}");
    private static final Pattern CJK = Pattern.compile("\\p{IsHan}");

    /// Texts that no author sees.
    private static final Set<String> NOT_SAID =
            Set.of(
                    "Object of type 7 is not JSON serializable",
                    "signatures are not kept",
                    "no evaluation runs",
                    "a model cannot be let go of",
                    "a run of a model cannot be ended",
                    "the runtime of models does not answer",
                    "the backend answered with something else",
                    "The Sextant rules SDK.",
                    "before must be a time such as 2026-03-02T10:15:30Z, was ");

    private final Sentences chinese = Sentences.chinese();

    @ParameterizedTest
    @ValueSource(strings = {"javascript", "python"})
    void whatAPreludeSaysIsKnown(String language) throws IOException {
        try (var files = Files.walk(PRELUDES.resolve(language))) {
            var sentences =
                    files.filter(Files::isRegularFile).flatMap(SentencesTest::sentences).toList();

            assertThat(sentences).hasSizeGreaterThan(60).filteredOn(this::isUnknown).isEmpty();
        }
    }

    @Test
    void whatIsSaidOfModelsIsKnown() throws IOException {
        try (var files = Files.walk(MODELS)) {
            var sentences =
                    files.filter(Files::isRegularFile).flatMap(SentencesTest::sentences).toList();

            assertThat(sentences).hasSizeGreaterThan(40).filteredOn(this::isUnknown).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "query/QueryEngine.java",
                "query/Meter.java",
                "evaluation/algorithms/Freshness.java",
                "evaluation/host/HostApi.java",
                "evaluation/algorithms/SuspectFilter.java",
                "evaluation/algorithms/TimeTo.java",
                "evaluation/graph/EntitySets.java",
                "evaluation/graph/GraphWalk.java",
                "alert/Flapping.java",
                "evaluation/RuleEvaluator.java",
                "evaluation/VerdictReader.java",
                "evaluation/draft/ScriptHeaders.java",
                "rule/ParameterCheck.java",
                "rule/RuleSaving.java",
                "script/worker/HostBridge.java",
                "script/worker/OutcomeReader.java"
            })
    void whatTheHostSaysIsKnown(String source) {
        assertThat(sentences(HOST.resolve(source)))
                .isNotEmpty()
                .filteredOn(this::isUnknown)
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    no metric svc.reqests; did you mean svc.requests? | 没有指标 svc.reqests；是否想写 svc.requests？
                    a row has no member scores; known are value, time | 行 没有成员 scores；可用的有 value, time
                    the default of parameter a must be at most 1, not 5 | 参数 a 的默认值不得大于 1，现为 5
                    left alone until 10:00 after 5 failures in a row, the last one: no metric m | 连续失败 5 次后暂停至 10:00，最后一次：没有指标 m
                    field last must be a duration like "30s", "5m" or "1d", not "soon" | 字段 last 应为时长，例如 "30s"、"5m" 或 "1d"，而不是 "soon"
                    fire takes an object of options, not a function | fire 接受选项对象，而不是 函数
                    the value lies outside what was seen so far: 5 against 1 to 2, expected nothing known | 数值超出迄今所见的范围：5，常态 1 至 2，预期 未知
                    learning: too few points are known to judge | 学习中：已知的点太少，无法判断
                    usual: 5 against 1 to 9, expected 4 | 正常：5，常态 1 至 9，预期 4
                    level falls from 5 to 2 at point 7 (score 2.10, confidence 0.990) | 水平下降：从 5 到 2，第 7 个点（得分 2.10，置信度 0.990）
                    TypeError: my own words | TypeError: my own words
                    """)
    void sentencesAreSaidWithTheirValues(String english, String said) {
        assertThat(chinese.say(english)).isEqualTo(said);
    }

    @Test
    void aTextMadeToBeSlowIsSoonGivenBack() {
        var text = " must be a duration from to not ".repeat(10_000);

        assertThat(chinese.say(text)).isEqualTo(text);
    }

    private boolean isUnknown(String sentence) {
        return !NOT_SAID.contains(sentence) && !CJK.matcher(chinese.say(sentence)).find();
    }

    private static Stream<String> sentences(Path source) {
        try {
            var code = COMMENT.matcher(Files.readString(source)).replaceAll("");
            return texts(JOINT.matcher(code).replaceAll("")).stream()
                    .filter(SentencesTest::isSentence);
        } catch (IOException problem) {
            throw new IllegalStateException(problem);
        }
    }

    private static List<String> texts(String code) {
        return TEXT.matcher(code).results().map(found -> text(found.group())).toList();
    }

    /// A text of the source with a value in each place where it has one; a hint is no part of its sentence.
    private static String text(String literal) {
        var bare = literal.substring(1, literal.length() - 1).replaceAll("\\\\([\"'])", "$1");
        var filled =
                VALUE.matcher(bare)
                        .replaceAll(value ->
                                Matcher.quoteReplacement(
                                        value.group().matches(".*([dD]id_?[yY]ou|hint).*")
                                                ? ""
                                                : "7"));
        return filled.replace("{{", "{").replace("}}", "}");
    }

    private static boolean isSentence(String text) {
        boolean isPart = text.startsWith(" ") || text.startsWith(";") || text.endsWith(" ");
        return !isPart && text.contains(" ") && WORD.matcher(text).results().count() >= 3;
    }
}
