// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script;

/// A guest program. Untrusted.
public record Script(Language language, String source) {}
