// SPDX-License-Identifier: Apache-2.0
/// Remembers metric descriptions in the relational database.
@NullMarked
package dev.sextant.catalog.panache;

import org.jspecify.annotations.NullMarked;
