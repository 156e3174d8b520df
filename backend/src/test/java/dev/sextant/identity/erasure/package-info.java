// SPDX-License-Identifier: Apache-2.0
/// What an erased tenant leaves: nothing.
@NullMarked
package dev.sextant.identity.erasure;

import org.jspecify.annotations.NullMarked;
