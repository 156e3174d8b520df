// SPDX-License-Identifier: Apache-2.0
/// How good the data of a metric are: gaps, silence, growth of its series, what is not said of it. Start with
/// [QualityResource].
@NullMarked
package dev.sextant.catalog.quality;

import org.jspecify.annotations.NullMarked;
