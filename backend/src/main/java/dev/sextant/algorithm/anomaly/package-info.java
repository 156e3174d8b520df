// SPDX-License-Identifier: Apache-2.0
/// Finds what is unusual in one series: every method is a [Detector], every answer an [Anomaly]
/// whose score is 1.0 at the border. Pure: numbers in, records out; knows no store, no clock, no
/// tenant. Start with [AnomalyMethod], then [AutoDetector].
@NullMarked
package dev.sextant.algorithm.anomaly;

import org.jspecify.annotations.NullMarked;
