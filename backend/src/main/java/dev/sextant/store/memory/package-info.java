// SPDX-License-Identifier: Apache-2.0
/// A store that forgets when it goes: for tests of rules and for back-tests, which bring their own samples. Same contract as the durable stores. Start with [InMemorySeries].
@NullMarked
package dev.sextant.store.memory;

import org.jspecify.annotations.NullMarked;
