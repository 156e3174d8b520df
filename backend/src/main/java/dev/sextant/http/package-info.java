// SPDX-License-Identifier: Apache-2.0
/// The edge of the product: errors as problem JSON, the caller's tenant, pages of lists, the answers that carry the web UI
/// and the headers that protect it. It serves resources and routes only and must not know any room but `tenant`. Start
/// with [Problem] and [CurrentTenant].
@NullMarked
package dev.sextant.http;

import org.jspecify.annotations.NullMarked;
