// SPDX-License-Identifier: Apache-2.0
package dev.sextant.alert;

import java.time.Instant;

/// What receivers know of an alert.
///
/// @param severity the highest that they were told
/// @param at when they were told last that it fires
public record Announced(Severity severity, Instant at) {}
