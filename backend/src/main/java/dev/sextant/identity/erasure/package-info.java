// SPDX-License-Identifier: Apache-2.0
/// How a tenant goes for good: nobody enters it any more, then every part of the platform lets go of what it keeps of it.
/// Knows no other room; start with [TenantErasure].
@NullMarked
package dev.sextant.identity.erasure;

import org.jspecify.annotations.NullMarked;
