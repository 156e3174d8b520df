// SPDX-License-Identifier: Apache-2.0
package dev.sextant.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What every [MetricNotes] keeps.
public abstract class MetricNotesContract {
    private static final MetricNotes.Said SAID =
            new MetricNotes.Said(Instant.parse("2026-11-21T12:00:00.123Z"), "ada");

    private final TenantId tenant =
            new TenantId("n" + UUID.randomUUID().toString().substring(0, 8));

    protected abstract MetricNotes notes();

    @Test
    void keepsTheNewestNoteOfEachMetric() {
        var note = new MetricNote(List.of("ada", "bob", "ada"), List.of("tier:core", "core"));
        notes().put(tenant, "up", new MetricNote(List.of("eve"), List.of()), SAID);
        notes().put(tenant, "up", note, SAID);
        notes().put(tenant, "load", new MetricNote(List.of(), List.of("机房 一")), SAID);

        assertThat(notes().list(tenant)).hasSize(2).containsEntry("up", note);
        assertThat(note.owners()).containsExactly("ada", "bob");
        assertThat(note.tags()).containsExactly("core", "tier:core");
        assertThat(notes().list(new TenantId("nobody"))).isEmpty();
    }

    @Test
    void anEmptyNoteIsTakenBack() {
        notes().put(tenant, "up", new MetricNote(List.of("eve"), List.of()), SAID);
        notes().put(tenant, "up", MetricNote.NOTHING, SAID);
        notes().put(tenant, "never", MetricNote.NOTHING, SAID);

        assertThat(notes().list(tenant)).isEmpty();
    }

    @Test
    void wordsAreOnOneLine() {
        assertThatThrownBy(() -> new MetricNote(List.of("a\nb"), List.of()))
                .hasMessageContaining("wrong owner");
        assertThatThrownBy(() -> new MetricNote(List.of(), List.of(" a")))
                .hasMessageContaining("wrong tag");
    }
}
