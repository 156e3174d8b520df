// SPDX-License-Identifier: Apache-2.0
/// Rules that come with Sextant, as their authors' source files. Start with [Gallery].
@NullMarked
package dev.sextant.sdk.gallery;

import org.jspecify.annotations.NullMarked;
