// SPDX-License-Identifier: Apache-2.0
/// Binds a tenant to Hibernate's discriminator tenancy for the length of one transaction. The only place that knows how
/// a tenant reaches a session; start with [HibernateTenantTransactions].
@NullMarked
package dev.sextant.tenant.hibernate;

import org.jspecify.annotations.NullMarked;
