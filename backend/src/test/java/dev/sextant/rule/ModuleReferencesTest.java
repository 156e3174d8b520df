// SPDX-License-Identifier: Apache-2.0
package dev.sextant.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.rule.ModuleReferences.Reference;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModuleReferencesTest {
    @Test
    void findsWhatJavaScriptImports() {
        assertThat(
                        names(
                                "javascript",
                                """
                                import { rule } from "sextant";
                                import { a } from "./shared/a.js"; import{b}from'../shared/b.js'
                                import {
                                  c,
                                } from "/shared/c.js";
                                export * from "./../x/./d.js";
                                const e = await import("./shared/e.js");
                                """,
                                ""))
                .containsExactly(
                        "shared/a.js", "shared/b.js", "shared/c.js", "x/d.js", "shared/e.js");
        assertThat(names("javascript", "import \"./b.js\"; import \"../x/c.js\";", "shared/"))
                .containsExactly("shared/b.js", "x/c.js");
    }

    @Test
    void findsWhatPythonImports() {
        assertThat(
                        names(
                                "python",
                                """
                                from sextant import rule
                                from shared.budget import budget, left as rest
                                from shared import (
                                    limits,
                                    names,
                                )
                                import shared.one as one, shared.two
                                    import inner.three
                                """,
                                ""))
                .contains(
                        "shared/budget.py",
                        "shared/limits.py",
                        "shared/names.py",
                        "shared/one.py",
                        "shared/two.py",
                        "inner/three.py");
        assertThat(
                        names(
                                "python",
                                "from . import a\nfrom .b import x\nfrom ..c.d import y",
                                "s/t/"))
                .contains("s/t/a.py", "s/t/b.py", "s/c/d.py");
    }

    @Test
    void saysWhereAnImportStands() {
        assertThat(ModuleReferences.of("javascript", "\n\nimport \"./shared/a.js\";", ""))
                .containsExactly(new Reference("shared/a.js", "./shared/a.js", 3, 9));
    }

    private static List<String> names(String language, String text, String folder) {
        return ModuleReferences.of(language, text, folder).stream().map(Reference::name).toList();
    }
}
