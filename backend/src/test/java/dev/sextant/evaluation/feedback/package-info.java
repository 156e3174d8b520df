// SPDX-License-Identifier: Apache-2.0
/// Tests of feedback on alerts.
@NullMarked
package dev.sextant.evaluation.feedback;

import org.jspecify.annotations.NullMarked;
