// SPDX-License-Identifier: Apache-2.0
/// Pictures of frames.
@NullMarked
package dev.sextant.query.picture;

import org.jspecify.annotations.NullMarked;
