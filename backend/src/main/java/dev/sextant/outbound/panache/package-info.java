// SPDX-License-Identifier: Apache-2.0
/// Sealed secrets in the relational database. Start with [PanacheSecrets].
@NullMarked
package dev.sextant.outbound.panache;

import org.jspecify.annotations.NullMarked;
