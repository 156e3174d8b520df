// SPDX-License-Identifier: Apache-2.0
package dev.sextant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.testing.Rest;
import dev.sextant.testing.RunningSextant;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The first minute with the packaged product: it starts, tells its one password, and keeps what it knows.
class FirstRunIT {
    private static final Duration START_BUDGET = Duration.ofSeconds(15);
    private static final Pattern PASSWORD = Pattern.compile("(?m)^password (\\S+)$");

    @TempDir private static Path folder;

    private static RunningSextant sextant;

    @BeforeAll
    static void start() {
        sextant = RunningSextant.start(folder.resolve("data"), Map.of());
    }

    @AfterAll
    static void stop() {
        sextant.close();
    }

    @Test
    void startsWithinItsBudget() {
        System.out.printf("Sextant was ready after %d ms%n", sextant.startTime().toMillis());
        assertThat(sextant.startTime()).isLessThan(START_BUDGET);
    }

    @Test
    void thePasswordIsShownOnceAndStaysTheSame() {
        var first = signIn(password());
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.body().at("/tenant/id").asText()).isEqualTo("main");

        sextant.restart();

        assertThat(PASSWORD.matcher(sextant.output()).results()).hasSize(1);
        assertThat(signIn(password()).status()).isEqualTo(200);
    }

    @Test
    void aWrongPasswordIsRefusedInPlainWords() {
        var answer = signIn("wrong-password-1");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body().path("code").asText()).isEqualTo("wrong-credentials");
        assertThat(answer.text()).doesNotContain("dev.sextant", "wrong-password-1");
    }

    @Test
    void withoutACredentialNothingIsAnswered() {
        assertThat(sextant.rest(Map.of()).get("/api/v1/tokens").status()).isEqualTo(401);
        assertThat(
                        sextant.rest(Map.of("Authorization", "Bearer nonsense"))
                                .get("/api/v1/tokens")
                                .status())
                .isEqualTo(401);
    }

    private static Rest.Answer signIn(String password) {
        var body = Map.of("account", "admin", "password", password);
        return sextant.rest(Map.of()).post("/api/v1/session", body);
    }

    private static String password() {
        var shown = PASSWORD.matcher(sextant.output());
        assertThat(shown.find()).isTrue();
        return shown.group(1);
    }
}
