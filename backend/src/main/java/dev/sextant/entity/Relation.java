// SPDX-License-Identifier: Apache-2.0
package dev.sextant.entity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A link, and from when to when it holds.
///
/// @param id of this stretch of time; grows with the time at which it was made known
/// @param until until when, not included; null while it holds
public record Relation(String id, Link link, Instant since, @Nullable Instant until) {}
