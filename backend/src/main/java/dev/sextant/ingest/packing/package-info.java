// SPDX-License-Identifier: Apache-2.0
/// Unpacks bodies without being led astray: sizes are checked before memory is taken. Start with [Packing].
@NullMarked
package dev.sextant.ingest.packing;

import org.jspecify.annotations.NullMarked;
