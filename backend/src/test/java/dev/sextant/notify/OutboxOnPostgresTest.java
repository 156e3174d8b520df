// SPDX-License-Identifier: Apache-2.0
package dev.sextant.notify;

import dev.sextant.testing.PostgresProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(PostgresProfile.class)
class OutboxOnPostgresTest extends StoredOutboxContract {}
