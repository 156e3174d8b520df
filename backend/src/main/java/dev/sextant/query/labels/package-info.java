// SPDX-License-Identifier: Apache-2.0
/// Which labels there are, for people who write questions. Start with [LabelNames].
@NullMarked
package dev.sextant.query.labels;

import org.jspecify.annotations.NullMarked;
