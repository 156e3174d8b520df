// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest;

import dev.sextant.ingest.admission.Refusals;

/// What became of a payload.
///
/// @param stored samples that would survive a crash from now on
public record Receipt(long stored, Refusals refusals) {}
