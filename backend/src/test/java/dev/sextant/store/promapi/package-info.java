// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.sextant.store.promapi;

import org.jspecify.annotations.NullMarked;
