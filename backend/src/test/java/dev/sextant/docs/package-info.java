// SPDX-License-Identifier: Apache-2.0
/// That the documentation is true: its settings, links, calls and rules are compared with the product. Start with
/// `ConfigurationPageTest` and `DocumentedRulesIT`.
@NullMarked
package dev.sextant.docs;

import org.jspecify.annotations.NullMarked;
