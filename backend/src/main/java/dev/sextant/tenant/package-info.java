// SPDX-License-Identifier: Apache-2.0
/// Who owns what: tenant ids, limits and usage. Knows nothing of series, rules or the web. Start with [TenantId].
@NullMarked
package dev.sextant.tenant;

import org.jspecify.annotations.NullMarked;
