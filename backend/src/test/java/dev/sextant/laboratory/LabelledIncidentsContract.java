// SPDX-License-Identifier: Apache-2.0
package dev.sextant.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.laboratory.LabelledIncident.Made;
import dev.sextant.laboratory.LabelledIncident.Stretch;
import dev.sextant.telemetry.Labels;
import dev.sextant.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What every adapter of [LabelledIncidents] does.
public abstract class LabelledIncidentsContract {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final TenantId acme = tenant("acme");
    private final TenantId globex = tenant("globex");

    protected abstract LabelledIncidents incidents();

    @Test
    void whatWasLabelledIsFoundByMetricAndTime() {
        var early = incident("shop.orders", NOON, true);
        var late = incident("shop.orders", NOON.plusSeconds(3_600), false);
        incidents().put(acme, late);
        incidents().put(acme, early);
        incidents().put(acme, incident("shop.carts", NOON, true));

        assertThat(incidents().list(acme, "shop.orders", NOON, NOON.plusSeconds(7_200)))
                .containsExactly(early, late);
        assertThat(incidents().list(acme, "", NOON, NOON.plusSeconds(60))).hasSize(2);
        assertThat(incidents().list(acme, "", NOON.plusSeconds(601), NOON.plusSeconds(700)))
                .isEmpty();
        assertThat(incidents().count(acme)).isEqualTo(3);
    }

    @Test
    void tenantsShareNothing() {
        var incident = incident("shop.orders", NOON, true);
        incidents().put(acme, incident);

        assertThat(incidents().list(globex, "", Instant.EPOCH, NOON)).isEmpty();
        assertThat(incidents().count(globex)).isZero();
        assertThat(incidents().delete(globex, incident.id())).isFalse();
        assertThat(incidents().delete(acme, incident.id())).isTrue();
        assertThat(incidents().count(acme)).isZero();
    }

    @Test
    void whatIsSaidOfAnAlertStandsInThePlaceOfWhatWasSaidBefore() {
        var alert = UUID.randomUUID().toString();
        var other = incident("shop.carts", NOON, true);
        incidents().put(acme, other);
        incidents().replace(acme, alert, List.of(of(alert, true), of(alert, true)));
        var noise = of(alert, false);
        incidents().replace(acme, alert, List.of(noise));

        assertThat(incidents().listOfAlert(acme, alert)).containsExactly(noise);
        assertThat(incidents().listOfAlert(globex, alert)).isEmpty();
        assertThat(incidents().list(acme, "", NOON, NOON)).containsExactlyInAnyOrder(other, noise);

        incidents().replace(globex, alert, List.of());
        assertThat(incidents().count(acme)).isEqualTo(2);
        incidents().replace(acme, alert, List.of());
        assertThat(incidents().list(acme, "", NOON, NOON)).containsExactly(other);
    }

    private static LabelledIncident of(String alert, boolean isUseful) {
        return new LabelledIncident(
                UUID.randomUUID().toString(),
                "shop.orders",
                Labels.of("zone", "α"),
                new Stretch(NOON, NOON.plusSeconds(60)),
                isUseful,
                new Made(NOON, "ada", "", alert));
    }

    private static LabelledIncident incident(String metric, Instant from, boolean isUseful) {
        return new LabelledIncident(
                UUID.randomUUID().toString(),
                metric,
                Labels.of("zone", "α"),
                new Stretch(from, from.plusSeconds(600)),
                isUseful,
                new Made(NOON, "ada", "部署", null));
    }

    private static TenantId tenant(String name) {
        return new TenantId(name + "-" + UUID.randomUUID().toString().substring(0, 8));
    }
}
