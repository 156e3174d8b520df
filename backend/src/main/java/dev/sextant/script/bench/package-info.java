// SPDX-License-Identifier: Apache-2.0
/// Measures the production sandbox from inside, without HTTP, rules or a store: `./sextant bench scripts`. Start with
/// [ScriptBench].
@NullMarked
package dev.sextant.script.bench;

import org.jspecify.annotations.NullMarked;
