// SPDX-License-Identifier: Apache-2.0
/// How samples come in: from senders by HTTP, from this machine, from this process. Reads bodies, refuses what a tenant
/// may not have, hands the rest to the store and the catalogue. Knows no rules and asks no questions of what it stored.
/// Start with [SampleIntake]; a new protocol is one more [BodyFormat].
@NullMarked
package dev.sextant.ingest;

import org.jspecify.annotations.NullMarked;
