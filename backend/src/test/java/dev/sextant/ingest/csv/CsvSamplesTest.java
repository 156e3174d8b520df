// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.csv;

import static dev.sextant.testing.TestTenants.ACME;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.sextant.identity.Role;
import dev.sextant.ingest.BodyFaultException;
import dev.sextant.ingest.Payload;
import dev.sextant.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class CsvSamplesTest {
    @Inject TestTenants tenants;
    @Inject InstantSource clock;

    @Test
    void storesATable() {
        var body = "time,room,value,metric\n%d,\"hall, east\",21.5,csv_temp\n%d,attic,,csv_temp\n";
        send(body.formatted(clock.millis(), clock.millis()), "/api/v1/samples", 204);
        tenants.as(ACME, Role.VIEWER)
                .get("/api/v1/labels/room/values?metric=csv_temp")
                .then()
                .statusCode(200)
                .body(containsString("hall, east"));
        send("time,value\n1,2\n", "/api/v1/samples?metric=csv_old", 400);
    }

    private void send(String body, String path, int status) {
        var answer =
                given().header("Authorization", "Bearer " + tenants.token(ACME, Role.EDITOR))
                        .contentType("text/csv")
                        .body(body)
                        .post(path)
                        .then()
                        .statusCode(status);
        if (status == 400) {
            answer.body("code", equalTo("samples-refused"))
                    .body("detail", containsString("1 too-old"));
        }
    }

    @Test
    void readsCellsInQuotesTimesAndWordsForNumbers() throws BodyFaultException {
        var payload =
                read(
                        """
                        \uFEFFmetric,time,value,note\r
                        a,1700000000000,1,"says ""hi"",
                        twice"\r

                        a,2026-11-21T12:00:00.5+01:00,-Inf,
                        "b" , 2026-11-21T11:00:00Z , NaN , x
                        """
                                .replace("\"b\" ,", "\"b\","));

        assertThat(payload.refusals().summary()).isEmpty();
        assertThat(payload.series())
                .extracting(each -> each.key() + " " + Arrays.toString(each.times()))
                .containsExactly(
                        "a{note=\"says \\\"hi\\\",\\ntwice\"} [1700000000000]",
                        "a{} [1795258800500]",
                        "b{note=\"x\"} [1795258800000]");
        assertThat(payload.series().get(1).values()).containsExactly(Double.NEGATIVE_INFINITY);
        assertThat(payload.series().get(2).values()).containsExactly(Double.NaN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "a,1~2 cells for 3 columns",
                "a,1,2,3~4 cells for 3 columns",
                "a,yesterday,2~\"yesterday\" is no time",
                "a,,2~\"\" is no time",
                "a,9999999999999999999,2~is no time",
                "a,1,two~\"two\" is no number",
                "a,1,0x1p3~\"0x1p3\" is no number",
                "a,1,1d~\"1d\" is no number",
                "'  ,1,2'~no metric"
            })
    void namesTheRowThatIsWrongAndKeepsTheOthers(String row, String fault)
            throws BodyFaultException {
        var payload = read("metric,time,value\na,1,1\n" + row + "\na,2,2\n");

        assertThat(payload.refusals().summary()).contains("line 3: ", fault);
        assertThat(payload.series().getFirst().times()).containsExactly(1, 2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "''~must name the columns",
                "a,b~must name the columns metric, time and value",
                "time,value~metric may be a parameter",
                "metric,time,value,1a~\"1a\" is not a label name",
                "metric,time,value,a,a~stands twice",
                "metric,time,\"value~is opened and not closed",
                "metric,time,\"value\"s~only a comma may follow"
            })
    void aWrongHeadSpoilsTheWhole(String head, String fault) {
        var wrong = catchThrowableOfType(BodyFaultException.class, () -> read(head));

        assertThat(wrong.detail()).contains(fault);
    }

    @Test
    void textThatIsNotUtf8IsNamed() {
        var body = "metric,time,value\na,1,1\n?,".getBytes(StandardCharsets.UTF_8);
        body[body.length - 2] = -1;
        var wrong =
                catchThrowableOfType(
                        BodyFaultException.class, () -> new CsvSamplesReader(body, "").read());

        assertThat(wrong.detail()).contains("not UTF-8");
    }

    private static Payload read(String table) throws BodyFaultException {
        return new CsvSamplesReader(table.getBytes(StandardCharsets.UTF_8), "").read();
    }
}
