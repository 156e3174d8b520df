// SPDX-License-Identifier: Apache-2.0
package dev.sextant.notify;

class InMemoryOutboxTest extends OutboxContract {
    private final Channels channels = new InMemoryChannels();
    private final InMemoryOutbox outbox = new InMemoryOutbox(channels);

    @Override
    Outbox outbox() {
        return outbox;
    }

    @Override
    Deliveries deliveries() {
        return outbox;
    }

    @Override
    Channels channels() {
        return channels;
    }

    @Override
    DueLanes lanes() {
        return outbox;
    }
}
