// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation;

import static dev.sextant.testing.TestTenants.ACME;
import static dev.sextant.testing.TestTenants.GLOBEX;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.identity.Role;
import dev.sextant.rule.RuleId;
import dev.sextant.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RuleStateResourceTest {
    private static final String STATE = "/api/v1/rules/remembers/state";
    private static final String SOURCE =
            """
            import { rule } from "sextant";
            export default rule({ id: "remembers", every: "7d", evaluate() {} });
            """;

    @Inject TestTenants tenants;
    @Inject RuleStates states;

    @Test
    void whatARuleRemembersIsShownAndCanBeForgotten() {
        tenants.as(ACME, Role.EDITOR)
                .body(Map.of("source", SOURCE, "enabled", false))
                .post("/api/v1/rules")
                .then()
                .statusCode(201);
        tenants.as(ACME, Role.VIEWER)
                .get(STATE)
                .then()
                .statusCode(200)
                .body("state", anEmptyMap())
                .body("bytes", equalTo(2))
                .body("allowedBytes", equalTo(16_384));

        var state = new ObjectMapper().createObjectNode().put("seen", "中");
        states.put(ACME, new RuleId("remembers"), state);

        tenants.as(ACME, Role.VIEWER)
                .get(STATE)
                .then()
                .body("state.seen", equalTo("中"))
                .body("bytes", equalTo(14));
        tenants.as(GLOBEX, Role.OWNER).get(STATE).then().statusCode(404);
        tenants.as(GLOBEX, Role.OWNER).delete(STATE).then().statusCode(404);
        tenants.as(ACME, Role.VIEWER).delete(STATE).then().statusCode(403);
        tenants.as(ACME, Role.EDITOR).delete(STATE).then().statusCode(204);
        tenants.as(ACME, Role.VIEWER).get(STATE).then().body("state", anEmptyMap());
    }
}
