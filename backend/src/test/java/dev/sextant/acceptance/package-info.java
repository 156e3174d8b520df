// SPDX-License-Identifier: Apache-2.0
/// The product as its users meet it: the launcher, and the packaged application as a process that can be fed, asked and
/// killed. Nothing here looks inside; start with `FirstRunIT`.
@NullMarked
package dev.sextant.acceptance;

import org.jspecify.annotations.NullMarked;
