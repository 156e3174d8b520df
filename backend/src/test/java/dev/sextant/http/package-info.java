// SPDX-License-Identifier: Apache-2.0
/// Tests of the edge: errors, deep links, headers, foreign pages.
@NullMarked
package dev.sextant.http;

import org.jspecify.annotations.NullMarked;
