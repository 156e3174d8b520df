// SPDX-License-Identifier: Apache-2.0
/// Tests of plans over REST.
@NullMarked
package dev.sextant.identity.plan;

import org.jspecify.annotations.NullMarked;
