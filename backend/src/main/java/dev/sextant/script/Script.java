// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script;

import java.util.List;

/// A guest program. Untrusted.
///
/// @param modules what it may import besides the SDK
public record Script(Language language, String source, List<ModuleText> modules) {
    public Script {
        modules = List.copyOf(modules);
    }

    /// A program that imports nothing but the SDK.
    public Script(Language language, String source) {
        this(language, source, List.of());
    }

    /// @param name its path in the tree of modules, such as "shared/budget.js"
    public record ModuleText(String name, String text) {}
}
