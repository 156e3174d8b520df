// SPDX-License-Identifier: Apache-2.0
/// What the catalogue tells the queries of metrics. Start with [CatalogTypes].
@NullMarked
package dev.sextant.query.catalog;

import org.jspecify.annotations.NullMarked;
