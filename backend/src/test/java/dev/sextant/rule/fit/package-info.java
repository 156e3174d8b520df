// SPDX-License-Identifier: Apache-2.0
/// Tests of what metrics could feed.
@NullMarked
package dev.sextant.rule.fit;

import org.jspecify.annotations.NullMarked;
