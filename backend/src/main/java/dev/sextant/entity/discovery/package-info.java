// SPDX-License-Identifier: Apache-2.0
/// Entities from the labels of series: rules, what they find, and what becomes of it. Start with [LabelDiscovery].
@NullMarked
package dev.sextant.entity.discovery;

import org.jspecify.annotations.NullMarked;
