// SPDX-License-Identifier: Apache-2.0
/// Lines of logs as series: templates, and how often each comes. Start with [Drain].
@NullMarked
package dev.sextant.algorithm.log;

import org.jspecify.annotations.NullMarked;
