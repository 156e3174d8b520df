// SPDX-License-Identifier: Apache-2.0
package dev.sextant.entity;

import static dev.sextant.testing.TestTenants.ACME;
import static dev.sextant.testing.TestTenants.GLOBEX;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.sextant.identity.Role;
import dev.sextant.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class EntityResourceTest {
    private static final String POD = "pod:namespace=shop,pod=a~2Fb~20c";
    private static final String TWO =
            """
            {"entities": [
              {"type": "pod", "labels": {"pod": "a/b c", "namespace": "shop"}, "tags": ["core"], "owners": ["ada"]},
              {"type": "host", "labels": {"host": "web-1"}, "name": "Web 1"}]}
            """;
    private static final String LINK =
            "{\"relations\": [{\"from\": \"%s\", \"type\": \"runs_on\", \"to\": \"host:host=web-1\"}]}"
                    .formatted(POD);

    @Inject TestTenants tenants;

    @Test
    void typesAreCountedAndLabelsLeadToEntities() {
        importTwo();
        viewer().get("/api/v1/entity-types")
                .then()
                .statusCode(200)
                .body("items.type", hasItem("pod"));
        var labels = "{\"labels\": [{\"host\": \"web-1\", \"core\": \"0\"}, {\"host\": \"no\"}]}";
        viewer().body(labels)
                .post("/api/v1/entities-about")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].labels.core", equalTo("0"))
                .body("items[0].entities.id", hasItem("host:host=web-1"));
        viewer().body("{\"labels\": [null]}")
                .post("/api/v1/entities-about")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-argument"));
    }

    @Test
    void importsFindsListsRelatesAndEnds() {
        importTwo();
        editor().body(LINK)
                .post("/api/v1/relations")
                .then()
                .statusCode(200)
                .body("relations", equalTo(1));

        viewer().get("/api/v1/entities/{id}", POD)
                .then()
                .statusCode(200)
                .body("entity.type", equalTo("pod"))
                .body("entity.name", equalTo("shop/a/b c"))
                .body("entity.labels.pod", equalTo("a/b c"))
                .body("entity.tags", equalTo(java.util.List.of("core")))
                .body("entity.until", nullValue())
                .body("next", nullValue())
                .body("relations[0].type", equalTo("runs_on"))
                .body("relations[0].to", equalTo("host:host=web-1"));
        viewer().get("/api/v1/entities?type=pod&tag=core&search=SHOP&limit=1")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("next", nullValue());
        viewer().get("/api/v1/entities?type=host&search=web-1&limit=1")
                .then()
                .body("items[0].id", equalTo("host:host=web-1"));
        viewer().get("/api/v1/entities/{id}?asOf=2020-01-01T00:00:00Z", POD).then().statusCode(404);

        editor().delete("/api/v1/relations?from={f}&type=runs_on&to=host:host=web-1", POD)
                .then()
                .statusCode(204);
        viewer().get("/api/v1/relations?entity={f}", POD).then().body("items", hasSize(0));
        editor().delete("/api/v1/entities/{id}", POD).then().statusCode(204);
        editor().delete("/api/v1/entities/{id}", POD)
                .then()
                .statusCode(404)
                .body("code", equalTo("unknown-entity"));
    }

    @Test
    void importsFromCsv() {
        csv().body(
                        "type,name,host,rack,tags,owners\r\n"
                                + "host,\"Mail, \"\"old\"\"\",mail-1,r1,core; tier:1 ,ada;bob\r\n"
                                + "host,,mail-2,,,\r\n\r\n")
                .post("/api/v1/entities")
                .then()
                .statusCode(200)
                .body("entities", equalTo(2));
        viewer().get("/api/v1/entities/{id}", "host:host=mail-1,rack=r1")
                .then()
                .statusCode(200)
                .body("entity.name", equalTo("Mail, \"old\""))
                .body("entity.tags", equalTo(java.util.List.of("core", "tier:1")))
                .body("entity.owners", equalTo(java.util.List.of("ada", "bob")));
        csv().body("from,type,to\n\"host:host=mail-1,rack=r1\",calls,host:host=mail-2\n")
                .post("/api/v1/relations")
                .then()
                .statusCode(200)
                .body("relations", equalTo(1));
        csv().body("type,host\nhost,a,b\n")
                .post("/api/v1/entities")
                .then()
                .statusCode(400)
                .body("detail", containsString("line 2 has 3 values"));
        csv().body("type,host\nhost,\"a\n")
                .post("/api/v1/entities")
                .then()
                .statusCode(400)
                .body("detail", containsString("line 2 opens a quote"));
        csv().body("").post("/api/v1/entities").then().statusCode(200).body("entities", equalTo(0));
    }

    private RequestSpecification csv() {
        return editor().contentType("text/csv");
    }

    @Test
    void anotherTenantNeitherSeesNorTouchesThem() {
        importTwo();

        var owner = tenants.as(GLOBEX, Role.OWNER);
        owner.get("/api/v1/entities").then().body("items.id", not(hasItem(POD)));
        tenants.as(GLOBEX, Role.OWNER).get("/api/v1/entities/{id}", POD).then().statusCode(404);
        tenants.as(GLOBEX, Role.OWNER).delete("/api/v1/entities/{id}", POD).then().statusCode(404);
        tenants.as(GLOBEX, Role.OWNER).body(LINK).post("/api/v1/relations").then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {}                                                             | send {
                    {"entities": [{"type": "host"}]}                               | entity 1 of the import lacks
                    {"entities": [{"type": "Host", "labels": {"a": "b"}}]}         | entity type "Host"
                    {"entities": [{"type": "host", "labels": {}}]}                 | needs 1 to 10 labels
                    {"entities": [{"type": "host", "labels": {"a": null}}]}        | a label without a value
                    {"entities": [null]}                                           | entity 1 of the import lacks
                    {"entities": [{"type": "a", "labels": {"a": "b"}, "tags": [" x"]}]} | a wrong tag
                    {"entities": [{"type": "a", "labels": {"a": "b"}, "owners": [null]}]} | a wrong owner
                    {"entities": [{"type": "a", "labels": {"a": "b"}, "name": " "}]} | the name of an entity
                    {"entities": [{"type": "a", "labels": {"a": "b"}}, {"type": "a", "labels": {"a": "b"}}]} | twice
                    """)
    void saysWhatIsWrongWithAnImport(String body, String detail) {
        editor().body(body)
                .post("/api/v1/entities")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString(detail));
    }

    @Test
    void saysWhatIsWrongWithAQuestionOrARelation() {
        viewer().get("/api/v1/entities?asOf=soon")
                .then()
                .statusCode(400)
                .body("detail", containsString("asOf is a time"));
        viewer().get("/api/v1/relations?limit=0").then().statusCode(400);
        editor().body("{\"relations\": [{\"from\": \"a\", \"type\": \"calls\", \"to\": \"a\"}]}")
                .post("/api/v1/relations")
                .then()
                .statusCode(400)
                .body("detail", containsString("itself"));
        editor().body("{\"relations\": [{\"from\": \"a\", \"type\": \"calls\", \"to\": \"b\"}]}")
                .post("/api/v1/relations")
                .then()
                .statusCode(404)
                .body("code", equalTo("unknown-entity"));
        editor().delete("/api/v1/relations?from=a&type=calls&to=b").then().statusCode(404);
    }

    private void importTwo() {
        editor().body(TWO)
                .post("/api/v1/entities")
                .then()
                .statusCode(200)
                .body("entities", equalTo(2));
    }

    private RequestSpecification editor() {
        return tenants.as(ACME, Role.EDITOR);
    }

    private RequestSpecification viewer() {
        return tenants.as(ACME, Role.VIEWER);
    }
}
