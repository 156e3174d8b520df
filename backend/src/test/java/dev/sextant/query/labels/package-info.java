// SPDX-License-Identifier: Apache-2.0
/// Tests of what is told about labels.
@NullMarked
package dev.sextant.query.labels;

import org.jspecify.annotations.NullMarked;
