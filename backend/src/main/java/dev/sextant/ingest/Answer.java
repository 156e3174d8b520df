// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest;

import java.util.Map;

/// An answer in the words of a protocol.
public record Answer(int status, String contentType, byte[] body, Map<String, String> headers) {
    public Answer {
        headers = Map.copyOf(headers);
    }

    public Answer(int status, String contentType, byte[] body) {
        this(status, contentType, body, Map.of());
    }
}
