// SPDX-License-Identifier: Apache-2.0
/// Tests of the data base file, and of what runs in it.
@NullMarked
package dev.sextant.store.file;

import org.jspecify.annotations.NullMarked;
