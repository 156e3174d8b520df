// SPDX-License-Identifier: Apache-2.0
/// Sources that speak PostgreSQL's wire: tables and SELECTs whose rows are points. Start with [PostgresReader].
@NullMarked
package dev.sextant.store.sql;

import org.jspecify.annotations.NullMarked;
