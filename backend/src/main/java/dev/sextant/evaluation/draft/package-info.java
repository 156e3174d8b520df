// SPDX-License-Identifier: Apache-2.0
/// What authors do with a rule before it is saved: its header is read and checked, it is run once, it is put to the test on made-up series. Stores nothing. Start with [ScriptHeaders] and [RunResource].
@NullMarked
package dev.sextant.evaluation.draft;

import org.jspecify.annotations.NullMarked;
