// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.sextant.outbound;

import org.jspecify.annotations.NullMarked;
