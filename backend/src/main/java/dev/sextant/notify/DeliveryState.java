// SPDX-License-Identifier: Apache-2.0
package dev.sextant.notify;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How far a delivery has come.
public sealed interface DeliveryState {
    /// How often it was tried.
    int attempts();

    /// What the last attempt met, for people.
    @Nullable String detail();

    /// To be tried at `dueAt`, for the first time or again.
    record Waiting(int attempts, @Nullable String detail, Instant dueAt) implements DeliveryState {}

    /// The receiver took it.
    record Sent(int attempts, @Nullable String detail) implements DeliveryState {}

    /// Given up.
    record Dead(int attempts, @Nullable String detail) implements DeliveryState {}

    /// The word of the REST surface: `pending` before the first attempt, `failed` while it is tried again, `sent`, `dead`.
    default String text() {
        return switch (this) {
            case Waiting(var attempts, _, _) -> attempts == 0 ? "pending" : "failed";
            case Sent _ -> "sent";
            case Dead _ -> "dead";
        };
    }
}
