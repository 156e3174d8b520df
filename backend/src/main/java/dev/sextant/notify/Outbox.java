// SPDX-License-Identifier: Apache-2.0
package dev.sextant.notify;

import dev.sextant.alert.Transition;
import dev.sextant.tenant.TenantId;
import java.time.Instant;
import java.util.List;

/// What has to be told, kept in the transaction that decided it, so that neither a crash nor a rollback makes the record and
/// the messages differ. The worker that sends reads it later.
public interface Outbox {
    /// Adds one delivery per enabled channel and per transition that has a [dev.sextant.alert.Notice]. Joins the caller's
    /// transaction; sending begins after its commit.
    void enqueue(TenantId tenant, List<Transition> transitions, Instant now);
}
