// SPDX-License-Identifier: Apache-2.0
/// Calls that tenants have this machine make: which addresses they may lead to ([Addresses]) and the credentials that go
/// with them ([SecretVault]). Knows nothing of what is fetched there. Start with [SecretVault].
@NullMarked
package dev.sextant.outbound;

import org.jspecify.annotations.NullMarked;
