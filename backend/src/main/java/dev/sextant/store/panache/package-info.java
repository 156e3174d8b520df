// SPDX-License-Identifier: Apache-2.0
/// What the store keeps in the relational database: how long each tenant's samples are kept. Samples and series are not here. Start with [PanacheRetentions].
@NullMarked
package dev.sextant.store.panache;

import org.jspecify.annotations.NullMarked;
