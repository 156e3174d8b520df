// SPDX-License-Identifier: Apache-2.0
package dev.sextant.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LockOutTest {
    private static final Instant START = Instant.parse("2026-11-21T08:00:00Z");

    private final LockOut lockOut =
            new LockOut(
                    new LockOut.Policy(
                            3,
                            Duration.ofSeconds(10),
                            Duration.ofSeconds(60),
                            Duration.ofMinutes(30)));
    private Instant now = START;

    @Test
    void doublesTheWaitUpToTheLongest() {
        assertThat(lockOut.begin("ada", now)).isEmpty();
        assertThat(lockOut.begin("ada", now)).isEmpty();
        assertThat(lockOut.begin("ada", now)).isEmpty();
        for (var seconds : new int[] {10, 20, 40, 60, 60}) {
            assertThat(lockOut.begin("ada", now)).contains(Duration.ofSeconds(seconds));
            now = now.plusSeconds(seconds - 1);
            assertThat(lockOut.begin("ada", now)).contains(Duration.ofSeconds(1));
            now = now.plusSeconds(1);
            assertThat(lockOut.begin("ada", now)).isEmpty();
        }
    }

    @Test
    void countsEachKeyForItself() {
        fail("ada", 3);
        assertThat(lockOut.begin("ada", now)).isPresent();
        assertThat(lockOut.begin("bob", now)).isEmpty();
    }

    @Test
    void forgetsAfterSuccessAndAfterAWhile() {
        fail("ada", 3);
        lockOut.forget("ada");
        assertThat(lockOut.begin("ada", now)).isEmpty();
        fail("bob", 3);
        now = now.plus(Duration.ofMinutes(30));
        fail("bob", 2);
        assertThat(lockOut.begin("bob", now)).isEmpty();
    }

    @Test
    void takesBackOneAttemptThatWasNoFailure() {
        fail("ada", 2);
        for (var i = 0; i < 100; i++) {
            assertThat(lockOut.begin("ada", now)).isEmpty();
            lockOut.undo("ada");
        }
        assertThat(lockOut.begin("ada", now)).isEmpty();
        assertThat(lockOut.begin("ada", now)).isPresent();
    }

    @Test
    void remembersABoundedNumberOfKeys() {
        fail("ada", 3);
        for (var i = 0; i < 20_000; i++) {
            lockOut.begin("nobody-" + i, now);
        }
        assertThat(lockOut.begin("ada", now)).isEmpty();
    }

    private void fail(String key, int times) {
        for (var i = 0; i < times; i++) {
            assertThat(lockOut.begin(key, now)).isEmpty();
        }
    }
}
