// SPDX-License-Identifier: Apache-2.0
/// Tests of discovery.
@NullMarked
package dev.sextant.entity.discovery;

import org.jspecify.annotations.NullMarked;
