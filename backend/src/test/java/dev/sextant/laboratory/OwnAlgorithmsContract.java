// SPDX-License-Identifier: Apache-2.0
package dev.sextant.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sextant.laboratory.AlgorithmVersion.Saved;
import dev.sextant.laboratory.AlgorithmVersion.Text;
import dev.sextant.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What every adapter of [OwnAlgorithms] does.
public abstract class OwnAlgorithmsContract {
    private static final AlgorithmName HOLT = new AlgorithmName("holt");
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    private final TenantId acme = tenant("acme");
    private final TenantId globex = tenant("globex");

    protected abstract OwnAlgorithms algorithms();

    @Test
    void keepsEveryVersionAsItWasSaved() {
        var large = "// 中文 ½ 🚀\n".repeat(3_000);
        assertThat(algorithms().put(acme, version(1, large))).isTrue();
        assertThat(algorithms().put(acme, version(2, "b"))).isTrue();

        assertThat(algorithms().version(acme, HOLT, 1)).contains(version(1, large));
        assertThat(algorithms().versions(acme, HOLT))
                .containsExactly(version(2, "b"), version(1, large));
        assertThat(algorithms().find(acme, HOLT))
                .contains(
                        new OwnAlgorithms.Standing(
                                HOLT, 2, null, "javascript", version(2, "b").header()));
        assertThat(algorithms().list(acme)).hasSize(1);
    }

    @Test
    void onlyTheNextVersionIsStored() {
        assertThat(algorithms().put(acme, version(2, "a"))).isFalse();
        assertThat(algorithms().put(acme, version(1, "a"))).isTrue();
        assertThat(algorithms().put(acme, version(1, "b"))).isFalse();
        assertThat(algorithms().put(acme, version(3, "b"))).isFalse();
        assertThat(algorithms().versions(acme, HOLT)).hasSize(1);
    }

    @Test
    void stagesAreRecordedForTheStandingTheyWereMadeFor() {
        algorithms().put(acme, version(1, "a"));
        algorithms().put(acme, version(2, "b"));
        var first = new StageChange(1, Stage.STABLE, NOW, "ada");
        var retired = new StageChange(1, Stage.RETIRED, NOW, "bob");
        var second = new StageChange(2, Stage.STABLE, NOW, "bob");

        assertThat(algorithms().change(acme, HOLT, null, List.of(first))).isTrue();
        assertThat(algorithms().change(acme, HOLT, null, List.of(second))).isFalse();
        assertThat(algorithms().change(acme, HOLT, 1, List.of(retired, second))).isTrue();
        assertThat(algorithms().history(acme, HOLT)).containsExactly(second, retired, first);
        assertThat(algorithms().find(acme, HOLT).orElseThrow().stable()).isEqualTo(2);
        assertThat(
                        algorithms()
                                .change(
                                        acme,
                                        HOLT,
                                        2,
                                        List.of(new StageChange(2, Stage.RETIRED, NOW, "c"))))
                .isTrue();
        assertThat(algorithms().find(acme, HOLT).orElseThrow().stable()).isNull();
    }

    @Test
    void modelsAreKeptOnceForAllVersionsThatHaveThem() {
        var small = new Model("AAAA", "a".repeat(64), 3);
        var large = new Model("B".repeat(200_000), "b".repeat(64), 150_000);
        algorithms().put(acme, version(1, small));
        algorithms().put(acme, version(2, small));
        algorithms().put(acme, version(3, large));

        assertThat(algorithms().modelBytes(acme)).isEqualTo(150_003);
        assertThat(algorithms().modelBytes(globex)).isZero();
        assertThat(algorithms().version(acme, HOLT, 2)).contains(version(2, small));
        assertThat(algorithms().version(acme, HOLT, 3)).contains(version(3, large));
        assertThat(algorithms().versions(acme, HOLT))
                .extracting(version -> version.text().model())
                .containsOnlyNulls();
        algorithms().delete(acme, HOLT);
        assertThat(algorithms().modelBytes(acme)).isZero();
    }

    private static AlgorithmVersion version(int number, Model model) {
        var text = new Text("onnx", "{}", "", model);
        var header = JsonNodeFactory.instance.objectNode().put("algorithm", "anomaly");
        return new AlgorithmVersion(HOLT, number, text, header, new Saved(NOW, "ada"));
    }

    @Test
    void tenantsShareNothing() {
        algorithms().put(acme, version(1, "a"));

        assertThat(algorithms().list(globex)).isEmpty();
        assertThat(algorithms().find(globex, HOLT)).isEmpty();
        assertThat(algorithms().version(globex, HOLT, 1)).isEmpty();
        assertThat(algorithms().delete(globex, HOLT)).isFalse();
        assertThat(algorithms().change(globex, HOLT, null, List.of())).isFalse();
        assertThat(algorithms().find(acme, HOLT)).isPresent();
    }

    @Test
    void deletionTakesEverything() {
        algorithms().put(acme, version(1, "a"));
        algorithms().change(acme, HOLT, null, List.of(new StageChange(1, Stage.STABLE, NOW, "a")));

        assertThat(algorithms().delete(acme, HOLT)).isTrue();
        assertThat(algorithms().delete(acme, HOLT)).isFalse();
        assertThat(algorithms().versions(acme, HOLT)).isEmpty();
        assertThat(algorithms().history(acme, HOLT)).isEmpty();
    }

    private static AlgorithmVersion version(int number, String source) {
        var header = JsonNodeFactory.instance.objectNode().put("algorithm", "anomaly");
        return new AlgorithmVersion(
                HOLT,
                number,
                new Text("javascript", source, "# 说明"),
                header,
                new Saved(NOW, "ada"));
    }

    private static TenantId tenant(String name) {
        return new TenantId(name + "-" + UUID.randomUUID().toString().substring(0, 8));
    }
}
