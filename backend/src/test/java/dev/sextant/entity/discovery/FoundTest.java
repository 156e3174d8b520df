// SPDX-License-Identifier: Apache-2.0
package dev.sextant.entity.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.entity.EntityKey;
import dev.sextant.entity.Link;
import dev.sextant.telemetry.Labels;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoundTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    job=node,instance=web-1:9100 | service:job=node instance:instance=web-1~3A9100,job=node | instance:instance=web-1~3A9100,job=node part_of service:job=node
                    service.name=pay,host.name=web-1 | service:service.name=pay host:host.name=web-1 | none
                    namespace=shop,pod=cart-1,node=n1 | pod:namespace=shop,pod=cart-1 node:node=n1 namespace:namespace=shop | pod:namespace=shop,pod=cart-1 runs_on node:node=n1
                    k8s.namespace.name=shop,k8s.pod.name=p,k8s.node.name=n1 | pod:k8s.namespace.name=shop,k8s.pod.name=p node:k8s.node.name=n1 namespace:k8s.namespace.name=shop | pod:k8s.namespace.name=shop,k8s.pod.name=p runs_on node:k8s.node.name=n1
                    zone=a | none | none
                    """)
    void theUsualRulesFindWhatLabelsSpeakOf(String labels, String entities, String link) {
        var found = Found.in(List.of(labels(labels)), DiscoveryRules.usual());

        assertThat(found.keys().keySet())
                .containsExactlyInAnyOrder(
                        entities.equals("none") ? new String[0] : entities.split(" "));
        assertThat(found.links().stream().map(FoundTest::text))
                .containsExactlyElementsOf(link.equals("none") ? List.of() : List.of(link));
    }

    @Test
    void labelsBecomeNameTagsAndOwners() {
        var rule = new EntityRule("vm", List.of("id"), "vm_name", List.of("zone"), List.of("team"));
        var rules = new DiscoveryRules(List.of(rule), List.of(), Duration.ofDays(1));
        var found =
                Found.in(
                        List.of(
                                labels("id=7,vm_name=Mail,zone=a,team=ada"),
                                labels("id=8"),
                                labels("vm_name=Lost")),
                        rules);

        var mail = found.facts().get(new EntityKey("vm", Labels.of("id", "7")));
        assertThat(mail).isNotNull();
        assertThat(mail.name()).isEqualTo("Mail");
        assertThat(mail.tags()).containsExactly("zone:a");
        assertThat(mail.owners()).containsExactly("ada");
        assertThat(found.keys()).containsOnlyKeys("vm:id=7", "vm:id=8");
    }

    @Test
    void aValueThatIsTooLongFindsNothing() {
        var labels = Labels.of("host", "x".repeat(600));

        assertThat(Found.in(List.of(labels), DiscoveryRules.usual()).keys()).isEmpty();
    }

    @Test
    void rulesThatCannotBeAreRefused() {
        assertThatThrownBy(() -> EntityRule.of("Host", "host")).hasMessageContaining("entity type");
        assertThatThrownBy(() -> EntityRule.of("host")).hasMessageContaining("1 to 10 labels");
        assertThatThrownBy(() -> new RelationRule("a", "Runs On", "b"))
                .hasMessageContaining("relation type");
        assertThatThrownBy(() -> new DiscoveryRules(List.of(), List.of(), Duration.ofMinutes(5)))
                .hasMessageContaining("between 2h and 366d");
    }

    private static String text(Link link) {
        return "%s %s %s".formatted(link.from(), link.type(), link.to());
    }

    private static Labels labels(String text) {
        var pairs = new HashMap<String, String>();
        for (var pair : text.split(",")) {
            var parts = pair.split("=");
            pairs.put(parts[0], parts[1]);
        }
        return Labels.of(pairs);
    }
}
