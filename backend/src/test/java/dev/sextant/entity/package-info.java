// SPDX-License-Identifier: Apache-2.0
/// Tests of entities.
@NullMarked
package dev.sextant.entity;

import org.jspecify.annotations.NullMarked;
