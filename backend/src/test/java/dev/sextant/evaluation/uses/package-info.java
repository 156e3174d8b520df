// SPDX-License-Identifier: Apache-2.0
/// Tests of where metrics are used.
@NullMarked
package dev.sextant.evaluation.uses;

import org.jspecify.annotations.NullMarked;
