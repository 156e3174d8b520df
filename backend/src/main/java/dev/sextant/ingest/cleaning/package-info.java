// SPDX-License-Identifier: Apache-2.0
/// What a tenant does to samples on their way in: relabel, drop, rename, convert units, in the order that it wrote.
/// Knows nothing of protocols or the store. Start with [CompiledSteps]; [TenantCleaning] keeps one per tenant.
@NullMarked
package dev.sextant.ingest.cleaning;

import org.jspecify.annotations.NullMarked;
