// SPDX-License-Identifier: Apache-2.0
package dev.sextant.sdk.definition;

import dev.sextant.sdk.definition.Definition.Member;
import dev.sextant.sdk.definition.Definition.Parameter;
import dev.sextant.sdk.definition.Definition.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The definition as a page for people, in one of the languages of the documentation: every member in JavaScript and in
/// Python, with units, defaults, parameters and what is not available yet.
public final class ReferenceWriter {
    private static final Words ENGLISH =
            new Words(
                    "The rules SDK",
                    "All that a rule can name, in JavaScript and in Python. Made from the definition of the SDK"
                            + " (version %d), from which the editor's completion is made too; how a rule is put"
                            + " together is told in [the rule language](rules.md), what its tests can name in [testing](sdk-testing.md).",
                    "The testing kit",
                    "All that a test of a rule can name beside [the rules SDK](sdk.md), from `sextant/testing` in"
                            + " JavaScript and `sextant.testing` in Python; [write a rule](../tutorials/write-a-rule.md)"
                            + " shows how it is used.",
                    "Functions and values",
                    "Types",
                    "Names for types",
                    "Limits",
                    "| JavaScript | Python | what |\n|---|---|---|\n",
                    "Not available yet.",
                    "Unit: %s.",
                    "Default: `%s`.",
                    "Calls the host.",
                    "Iterates over `%s`.",
                    "Has all members of `%s`.",
                    "JavaScript alone.");

    private static final Words CHINESE =
            new Words(
                    "规则 SDK",
                    "规则可以使用的全部名称，同时给出 JavaScript 与 Python 的写法。本页由 SDK 定义（版本 %d）生成，"
                            + "编辑器的补全也来自同一定义；规则的结构见[规则语言](rules.md)（英文），测试可用的名称见[测试工具](sdk-testing.zh-CN.md)。",
                    "测试工具",
                    "规则测试在[规则 SDK](sdk.zh-CN.md) 之外可以使用的全部名称：JavaScript 中来自 `sextant/testing`，"
                            + "Python 中来自 `sextant.testing`；用法见[编写规则](../tutorials/write-a-rule.zh-CN.md)。",
                    "函数与值",
                    "类型",
                    "类型别名",
                    "限制",
                    "| JavaScript | Python | 说明 |\n|---|---|---|\n",
                    "尚不可用。",
                    "单位：%s。",
                    "默认 `%s`。",
                    "调用宿主。",
                    "迭代得到 `%s`。",
                    "包含 `%s` 的全部成员。",
                    "仅 JavaScript。");

    private final StringBuilder text = new StringBuilder();
    private final Definition definition;
    private final PythonSignatures python;
    private final String language;
    private final Words words;

    private ReferenceWriter(Definition definition, String language) {
        this.definition = definition;
        this.python = new PythonSignatures(definition);
        this.language = language;
        this.words = language.equals("zh") ? CHINESE : ENGLISH;
    }

    /// The sentences around the definition.
    private record Words(
            String title,
            String about,
            String testingTitle,
            String testingAbout,
            String functions,
            String types,
            String aliases,
            String limits,
            String head,
            String unavailable,
            String unit,
            String fallback,
            String terminal,
            String iterates,
            String parent,
            String only) {}

    /// @param language `en` or `zh`
    public static String write(Definition definition, String language) {
        return new ReferenceWriter(definition, language).page();
    }

    private String page() {
        boolean isTesting = definition.imports() != null;
        var title = isTesting ? words.testingTitle() : words.title();
        var about = isTesting ? words.testingAbout() : words.about();
        text.append("# ").append(title).append("\n\n");
        text.append(about.formatted(definition.version())).append('\n');
        functions();
        heading("## ", words.types());
        text.setLength(text.length() - 1);
        definition.types().forEach(this::type);
        aliases();
        limits();
        return text.toString();
    }

    private void functions() {
        heading("## ", words.functions());
        text.append(words.head());
        definition.functions().forEach(this::row);
        for (var value : definition.values()) {
            row(
                    value.name() + ": " + value.type(),
                    value.python() + ": " + value.type(),
                    say(value.doc()));
        }
        for (var type : definition.types()) {
            if (type.construct() != null) {
                row(
                        "new %s(%s)"
                                .formatted(type.name(), Signatures.parameters(type.construct())),
                        "%s(%s)".formatted(type.name(), python.parameters(type.construct())),
                        say(type.doc()));
            }
        }
    }

    private void aliases() {
        heading("## ", words.aliases());
        text.append(words.head());
        for (var alias : definition.aliases()) {
            var translated = alias.python() == null ? PythonTypes.of(alias.type()) : alias.python();
            row(
                    alias.name() + " = " + alias.type(),
                    alias.name() + " = " + translated,
                    say(alias.doc()));
        }
    }

    private void limits() {
        if (definition.limits().isEmpty()) {
            return;
        }
        heading("## ", words.limits());
        definition
                .limits()
                .forEach(limit -> text.append("- ").append(say(limit.doc())).append('\n'));
    }

    private void type(Type type) {
        heading("### ", type.name());
        var about = new ArrayList<String>(List.of(say(type.doc())));
        add(about, words.parent(), type.parent());
        add(about, words.iterates(), type.iterates());
        text.append(String.join(joint(), about)).append('\n');
        if (!type.members().isEmpty()) {
            text.append('\n').append(words.head());
            type.members().forEach(this::row);
        }
    }

    private void row(Member member) {
        var about = new ArrayList<String>(List.of(say(member.doc())));
        add(about, words.unit(), member.unit());
        add(about, words.fallback(), member.fallback());
        var parameters = member.parameters() == null ? List.<Parameter>of() : member.parameters();
        for (var parameter : parameters) {
            if (parameter.doc() != null) {
                about.add("`%s`: %s".formatted(parameter.name(), say(parameter.doc())));
                add(about, words.fallback(), parameter.fallback());
            }
        }
        if (member.terminal()) {
            about.add(words.terminal());
        }
        if (!member.isAvailable()) {
            about.add("*" + words.unavailable() + "*");
        }
        if (member.only() != null) {
            about.add(words.only());
        }
        var translated = member.only() == null ? python.of(member) : null;
        row(Signatures.of(member), translated, String.join(joint(), about));
    }

    private void row(String javascript, @Nullable String translated, String about) {
        text.append("| ").append(code(javascript));
        text.append(" | ").append(translated == null ? "" : code(translated));
        text.append(" | ").append(about.replace("|", "\\|")).append(" |\n");
    }

    private void heading(String mark, String title) {
        text.append('\n').append(mark).append(title).append("\n\n");
    }

    private String say(Map<String, String> doc) {
        return doc.getOrDefault(language, "");
    }

    private String joint() {
        return language.equals("zh") ? "" : " ";
    }

    private static void add(List<String> about, String sentence, @Nullable String value) {
        if (value != null) {
            about.add(sentence.formatted(value));
        }
    }

    private static String code(String code) {
        return "`" + code.replace("|", "\\|") + "`";
    }
}
