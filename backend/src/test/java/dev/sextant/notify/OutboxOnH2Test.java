// SPDX-License-Identifier: Apache-2.0
package dev.sextant.notify;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class OutboxOnH2Test extends StoredOutboxContract {}
