// SPDX-License-Identifier: Apache-2.0
package dev.sextant.protocol;

/// The kind byte of a frame. Codes never change their meaning within a version.
enum MessageKind {
    EVALUATE(1),
    READ_HEADER(2),
    CANCEL(3),
    ROWS(4),
    COUNT(5),
    REFUSAL(6),
    READ_TESTS(7),
    HELLO(65),
    HOST_CALL(66),
    EVALUATED(67),
    HEADER_READ(68),
    HEADER_REJECTED(69),
    FAILED(70),
    LIMIT_PASSED(71),
    CANCELLED(72);

    private final int code;

    MessageKind(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static MessageKind of(Message message) {
        return switch (message) {
            case Message.Evaluate _ -> EVALUATE;
            case Message.ReadHeader _ -> READ_HEADER;
            case Message.ReadTests _ -> READ_TESTS;
            case Message.Cancel _ -> CANCEL;
            case Message.Rows _ -> ROWS;
            case Message.Count _ -> COUNT;
            case Message.Refusal _ -> REFUSAL;
            case Message.Hello _ -> HELLO;
            case Message.HostCall _ -> HOST_CALL;
            case Message.Evaluated _ -> EVALUATED;
            case Message.HeaderRead _ -> HEADER_READ;
            case Message.HeaderRejected _ -> HEADER_REJECTED;
            case Message.Failed _ -> FAILED;
            case Message.LimitPassed _ -> LIMIT_PASSED;
            case Message.Cancelled _ -> CANCELLED;
        };
    }

    static MessageKind of(int code) throws ProtocolException {
        for (var kind : values()) {
            if (kind.code == code) {
                return kind;
            }
        }
        throw new ProtocolException("no message has the kind " + code);
    }
}
