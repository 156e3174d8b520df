// SPDX-License-Identifier: Apache-2.0
/// Who may come in and as what: tenants, accounts, their memberships, sessions, API tokens, sign-in and lock-out. Turns a
/// credential into a tenant and a role and must not know what is done with them. Start with [Callers] and [SignIn].
@NullMarked
package dev.sextant.identity;

import org.jspecify.annotations.NullMarked;
