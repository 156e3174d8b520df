// SPDX-License-Identifier: Apache-2.0
/// Where samples are kept: the ports [SampleAppender] and [SeriesReader]; one adapter per engine in a folder below. Knows nothing of queries or rules.
@NullMarked
package dev.sextant.store;

import org.jspecify.annotations.NullMarked;
