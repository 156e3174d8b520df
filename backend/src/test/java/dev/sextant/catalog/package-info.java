// SPDX-License-Identifier: Apache-2.0
/// Tests of the catalogue.
@NullMarked
package dev.sextant.catalog;

import org.jspecify.annotations.NullMarked;
