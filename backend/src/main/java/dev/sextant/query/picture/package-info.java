// SPDX-License-Identifier: Apache-2.0
/// Answers of queries as pictures, for messages, pages and terminals that have no browser: SVG without scripts. It knows frames and
/// nothing of how they came about. Start with [FramePicture].
@NullMarked
package dev.sextant.query.picture;

import org.jspecify.annotations.NullMarked;
