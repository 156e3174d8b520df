// SPDX-License-Identifier: Apache-2.0
package dev.sextant.checks;

import java.util.List;

/// The one list of what may break a house rule, with the reason. An entry that nothing needs any more fails the build.
public final class HouseExceptions {
    /// One file that may break one rule.
    ///
    /// @param file the end of the file's path
    public record Allowed(String rule, String file, String reason) {
        public boolean covers(Violation violation) {
            return violation.rule().equals(rule) && violation.file().endsWith("/" + file);
        }
    }

    public static final List<Allowed> ALL =
            List.of(
                    new Allowed(
                            "broad-catch",
                            "schedule/SlotRunner.java",
                            "whatever breaks one rule's slot must stop neither its next slots nor other rules"),
                    new Allowed(
                            "broad-catch",
                            "store/duckdb/SampleWriter.java",
                            "the store's one writer thread must outlive any batch; its senders are told"),
                    new Allowed(
                            "broad-catch",
                            "ingest/DiscoverySweep.java",
                            "what breaks for one tenant must not keep the others from being looked at"),
                    new Allowed(
                            "broad-catch",
                            "ingest/CollectorClock.java",
                            "one collector that breaks must stop neither the others nor its own next tick"),
                    new Allowed(
                            "broad-catch",
                            "ingest/cleaning/TenantCleaning.java",
                            "samples that were not cleaned must not be stored, whatever keeps the steps from being read"),
                    new Allowed(
                            "broad-catch",
                            "ingest/scrape/ScrapeLoop.java",
                            "whatever breaks in one scrape must not stop the target's next one"),
                    new Allowed(
                            "broad-catch",
                            "ingest/host/HostCollector.java",
                            "OSHI calls native interfaces, which fail in as many ways as there are systems"),
                    new Allowed(
                            "broad-catch",
                            "confinement/Libc.java",
                            "a method handle declares every problem; a call into C has none of its own"),
                    new Allowed(
                            "broad-catch",
                            "notify/OutboxSender.java",
                            "the sender's one thread must outlive a database that is away; nothing is lost meanwhile"));

    private HouseExceptions() {}
}
