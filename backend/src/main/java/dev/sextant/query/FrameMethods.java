// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.telemetry.Frame;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// Operations of plans that this room knows nothing of, such as algorithms, by name. They are the same for all tenants.
public interface FrameMethods {
    /// The names that plans may give as `op`.
    Set<String> operations();

    /// @param plan the operation with its own fields; those of its inputs are read by this room
    /// @throws IllegalArgumentException in words for the author when the fields are wrong
    FrameMethod find(String operation, JsonNode plan);

    /// Something done with frames; a pure function of them and of the time as of which they were read.
    @FunctionalInterface
    interface FrameMethod {
        /// @param inputs one or more, in the order of the plan
        /// @throws UnfitFramesException when it cannot be done with these frames
        Frame apply(List<Frame> inputs, Run run);
    }

    /// The query that a method is part of.
    ///
    /// @param now the time as of which is read
    /// @param check to be called often: ends the query by an exception when its time is over or nobody waits for it
    record Run(Instant now, Runnable check) {}

    /// What was asked cannot be done with the frames that were read. The message is for the author of the plan.
    final class UnfitFramesException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public UnfitFramesException(String message) {
            super(message);
        }

        public UnfitFramesException(String message, Throwable cause) {
            super(message, cause);
        }

        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }
    }

    /// For engines that know no more than this room.
    static FrameMethods none() {
        return new FrameMethods() {
            @Override
            public Set<String> operations() {
                return Set.of();
            }

            @Override
            public FrameMethod find(String operation, JsonNode plan) {
                throw new IllegalArgumentException("there is no operation " + operation);
            }
        };
    }
}
