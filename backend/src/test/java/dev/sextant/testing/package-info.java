// SPDX-License-Identifier: Apache-2.0
/// What tests of several rooms share: real servers and profiles.
@NullMarked
package dev.sextant.testing;

import org.jspecify.annotations.NullMarked;
