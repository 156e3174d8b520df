// SPDX-License-Identifier: Apache-2.0
/// Tenants, accounts, sessions and tokens in the metadata database, by Hibernate ORM with Panache. None of these tables has
/// a tenant column that Hibernate filters by: they are read to find out the tenant.
@NullMarked
package dev.sextant.identity.panache;

import org.jspecify.annotations.NullMarked;
