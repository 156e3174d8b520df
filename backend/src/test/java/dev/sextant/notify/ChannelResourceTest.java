// SPDX-License-Identifier: Apache-2.0
package dev.sextant.notify;

import static dev.sextant.testing.TestTenants.ACME;
import static dev.sextant.testing.TestTenants.GLOBEX;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.sextant.identity.Role;
import dev.sextant.tenant.TenantId;
import dev.sextant.tenant.TenantTransactions;
import dev.sextant.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ChannelResourceTest {
    @Inject TestTenants tenants;
    @Inject Channels channels;
    @Inject Outbox outbox;
    @Inject TenantTransactions transactions;
    @Inject InstantSource clock;

    private final Receiver receiver = new Receiver();

    ChannelResourceTest() throws IOException {}

    @AfterEach
    void cleanUp() {
        receiver.close();
        for (var tenant : List.of(ACME, GLOBEX)) {
            channels.list(tenant).forEach(channel -> channels.delete(tenant, channel.id()));
        }
    }

    @Test
    void makesListsAndDeletesAChannel() {
        var id = create("ops").extract().<String>path("id");

        list(ACME)
                .body("items", hasSize(1))
                .body("items[0].id", equalTo(id))
                .body("items[0].name", equalTo("ops"))
                .body("items[0].type", equalTo("webhook"))
                .body("items[0].url", equalTo(receiver.url().toString()))
                .body("items[0].enabled", equalTo(true))
                .body("items[0].createdAt", notNullValue())
                .body("items[0].lastDelivery", nullValue());

        editor().delete("/api/v1/channels/" + id).then().statusCode(204);
        list(ACME).body("items", hasSize(0));
        editor().delete("/api/v1/channels/" + id)
                .then()
                .statusCode(404)
                .body("code", equalTo("unknown-channel"));
    }

    @Test
    void sendsATestMessageAndKeepsItInTheRecord() throws InterruptedException {
        var id = create("ops").extract().<String>path("id");

        editor().post("/api/v1/channels/" + id + "/test")
                .then()
                .statusCode(200)
                .body("status", equalTo("sent"))
                .body("detail", equalTo("HTTP 200"));

        var received = receiver.queue().poll(10, TimeUnit.SECONDS);
        assertThat(received).isNotNull();
        assertThat(received.body()).contains("\"status\":\"test\"");
        list(ACME).body("items[0].lastDelivery.status", equalTo("sent"));
        tenants.as(ACME, Role.VIEWER)
                .get("/api/v1/deliveries?channel=" + id)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].channelId", equalTo(id))
                .body("items[0].channelName", equalTo("ops"))
                .body("items[0].alertId", nullValue())
                .body("items[0].kind", equalTo("test"))
                .body("items[0].status", equalTo("sent"))
                .body("items[0].attempts", equalTo(1))
                .body("items[0].detail", equalTo("HTTP 200"));
    }

    @Test
    void saysWhyATestMessageFailed() {
        var id = create("ops").extract().<String>path("id");
        receiver.answerWith(500);

        editor().post("/api/v1/channels/" + id + "/test")
                .then()
                .statusCode(200)
                .body("status", equalTo("failed"))
                .body("detail", equalTo("HTTP 500"));
        list(ACME).body("items[0].lastDelivery.status", equalTo("dead"));
    }

    @Test
    void whatACommittedTransactionQueuedIsSent() throws InterruptedException {
        var id = create("ops").extract().<String>path("id");
        var now = clock.instant();
        var steps = Steps.of(ACME, "a", now);
        transactions.run(ACME, () -> outbox.enqueue(ACME, List.of(steps.firing()), now));

        var received = receiver.queue().poll(30, TimeUnit.SECONDS);
        assertThat(received).isNotNull();
        assertThat(received.body()).contains("\"status\":\"firing\"", "/alerts/" + steps.alertId());
        tenants.as(ACME, Role.VIEWER)
                .get("/api/v1/deliveries?channel=" + id)
                .then()
                .body("items[0].alertId", equalTo(steps.alertId()))
                .body("items[0].kind", equalTo("firing"));
        tenants.as(GLOBEX, Role.VIEWER)
                .get("/api/v1/deliveries?channel=" + id)
                .then()
                .body("items", hasSize(0));
        given().get("/q/metrics").then().body(containsString("sextant_notify_seconds"));
    }

    @Test
    void anotherTenantNeitherSeesNorTouchesIt() {
        var id = create("ops").extract().<String>path("id");

        list(GLOBEX).body("items.id", not(hasItem(id)));
        tenants.as(GLOBEX, Role.OWNER)
                .delete("/api/v1/channels/" + id)
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
        tenants.as(GLOBEX, Role.OWNER)
                .post("/api/v1/channels/" + id + "/test")
                .then()
                .statusCode(404);
        list(ACME).body("items", hasSize(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ops | webhook | gopher://example.org  | invalid-argument | http:// or https://
                    ops | webhook | http://169.254.169.254/ | invalid-argument | no notification may go to
                    ops | pager   | https://127.0.0.1/    | invalid-argument | the channel type "pager"
                    ''  | webhook | https://127.0.0.1/    | invalid-argument | 1 to 100 characters
                        | webhook | https://127.0.0.1/    | invalid-json     | send {
                    """)
    void saysWhatIsWrongWithADraft(
            String name, String type, String url, String code, String detail) {
        var draft = new HashMap<String, String>();
        draft.put("name", name);
        draft.put("type", type);
        draft.put("url", url);

        editor().body(draft)
                .post("/api/v1/channels")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("detail", containsString(detail));
        list(ACME).body("items", hasSize(0));
    }

    @Test
    void aTenantHasOnlySoManyChannels() {
        for (int index = 0; index < 50; index++) {
            var at = clock.instant();
            var target = new ChannelTarget.Webhook(receiver.url());
            channels.put(ACME, new Channel(NotifyIds.next(at), "c" + index, target, false, at));
        }

        editor().body(draft("one more"))
                .post("/api/v1/channels")
                .then()
                .statusCode(409)
                .body("code", equalTo("too-many-channels"));
    }

    @Test
    void aViewerReadsAndDoesNotWrite() {
        var id = create("ops").extract().<String>path("id");
        var viewer = tenants.as(ACME, Role.VIEWER);

        viewer.body(draft("mine")).post("/api/v1/channels").then().statusCode(403);
        tenants.as(ACME, Role.VIEWER)
                .delete("/api/v1/channels/" + id)
                .then()
                .statusCode(403)
                .body("code", equalTo("not-allowed"));
        tenants.as(ACME, Role.VIEWER)
                .post("/api/v1/channels/" + id + "/test")
                .then()
                .statusCode(403);
    }

    @Test
    void nobodyIsLetInWithoutACredential() {
        given().get("/api/v1/channels").then().statusCode(401);
        given().get("/api/v1/deliveries").then().statusCode(401);
    }

    private RequestSpecification editor() {
        return tenants.as(ACME, Role.EDITOR);
    }

    private ValidatableResponse create(String name) {
        return editor().body(draft(name))
                .post("/api/v1/channels")
                .then()
                .statusCode(201)
                .header("Location", containsString("/api/v1/channels/"));
    }

    private Map<String, Object> draft(String name) {
        return Map.of(
                "name", name, "type", "webhook", "url", receiver.url().toString(), "enabled", true);
    }

    private ValidatableResponse list(TenantId tenant) {
        return tenants.as(tenant, Role.VIEWER).get("/api/v1/channels").then().statusCode(200);
    }
}
