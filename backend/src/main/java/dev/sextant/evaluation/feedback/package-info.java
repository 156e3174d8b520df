// SPDX-License-Identifier: Apache-2.0
/// What people say of alerts, kept as labels of incidents on the series that the rule read, so that detectors are measured by
/// it. Must not know how a rule is run. Start with [AlertFeedback].
@NullMarked
package dev.sextant.evaluation.feedback;

import org.jspecify.annotations.NullMarked;
