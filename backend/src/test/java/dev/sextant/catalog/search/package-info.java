// SPDX-License-Identifier: Apache-2.0
/// Tests of the index of metrics.
@NullMarked
package dev.sextant.catalog.search;

import org.jspecify.annotations.NullMarked;
