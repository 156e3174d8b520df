// SPDX-License-Identifier: Apache-2.0
/// Tests of sign-in: a contract per port with its subclasses, fakes in memory, the resources as callers see them.
@NullMarked
package dev.sextant.identity;

import org.jspecify.annotations.NullMarked;
