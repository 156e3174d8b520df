// SPDX-License-Identifier: Apache-2.0
/// What series have to do with one another: who leads whom, who resembles whom, who falls out of its group.
@NullMarked
package dev.sextant.algorithm.relation;

import org.jspecify.annotations.NullMarked;
