// SPDX-License-Identifier: Apache-2.0
/// What the rules of the gallery could be made of other metrics than those that they read. Start with [GalleryFits].
@NullMarked
package dev.sextant.rule.fit;

import org.jspecify.annotations.NullMarked;
