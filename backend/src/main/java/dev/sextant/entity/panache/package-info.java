// SPDX-License-Identifier: Apache-2.0
/// Keeps entities and relations in the relational database: a row per version and stretch of time.
@NullMarked
package dev.sextant.entity.panache;

import org.jspecify.annotations.NullMarked;
