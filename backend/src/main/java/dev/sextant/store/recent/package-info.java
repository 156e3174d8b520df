// SPDX-License-Identifier: Apache-2.0
/// The samples of the last hours in memory, packed, beside a store that has them on disk. Owns what is remembered, for how
/// long and within how many bytes; knows nothing of the engine that has all of it. Start with [RecentHours].
@NullMarked
package dev.sextant.store.recent;

import org.jspecify.annotations.NullMarked;
