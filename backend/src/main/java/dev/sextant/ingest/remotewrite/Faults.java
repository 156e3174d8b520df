// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.remotewrite;

import java.io.IOException;

/// What is wrong with a message, for those who send it: protobuf's own words speak to its programmers.
final class Faults {
    private Faults() {}

    static String plain(IOException fault) {
        var message = fault.getMessage() == null ? "" : fault.getMessage();
        if (message.contains("unexpectedly")) {
            return "it is cut off or a length in it is wrong";
        }
        if (message.contains("invalid UTF-8")) {
            return "a text in it is not UTF-8";
        }
        if (message.contains("varint")) {
            return "a number in it has no end";
        }
        if (message.contains("negative size")) {
            return "a length in it is negative";
        }
        return message.startsWith("Protocol message")
                ? "a field in it is not valid protobuf"
                : message;
    }
}
