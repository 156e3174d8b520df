// SPDX-License-Identifier: Apache-2.0
/// The life of alerts: from what a script judged of one subject to an alert that is pending, firing and resolved, and the
/// record of it. Deciding is pure; time and tenant are arguments. Must not know rules, scripts, notification or the web
/// (but for its own resource). Start with [AlertState] and [AlertLifecycle].
@NullMarked
package dev.sextant.alert;

import org.jspecify.annotations.NullMarked;
