// SPDX-License-Identifier: Apache-2.0
/// The host side of the sandbox: what is asked of a guest script and how that can end. Knows nothing of rules, queries or alerts. Start with [Sandbox]; the adapter below runs worker processes.
@NullMarked
package dev.sextant.script;

import org.jspecify.annotations.NullMarked;
