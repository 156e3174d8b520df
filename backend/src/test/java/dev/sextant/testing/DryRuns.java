// SPDX-License-Identifier: Apache-2.0
package dev.sextant.testing;

import dev.sextant.identity.Role;
import dev.sextant.tenant.TenantId;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;

/// Runs the script of a rule once, over REST, as an editor of its tenant does.
@ApplicationScoped
public class DryRuns {
    private final TestTenants tenants;

    DryRuns(TestTenants tenants) {
        this.tenants = tenants;
    }

    /// @param language `javascript` or `python`
    public ValidatableResponse run(TenantId tenant, String language, String source, Instant at) {
        return tenants.as(tenant, Role.EDITOR)
                .body(Map.of("source", source, "language", language, "at", at.toString()))
                .post("/api/v1/rules/run")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200);
    }
}
