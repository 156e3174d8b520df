// SPDX-License-Identifier: Apache-2.0
/// Gaps, silence and growth of metrics.
@NullMarked
package dev.sextant.catalog.quality;

import org.jspecify.annotations.NullMarked;
