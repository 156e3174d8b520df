// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.telemetry.Frame;
import dev.sextant.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

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

        /// The same method as one that is fed in order of time, when it has only one input and is such a one.
        default Optional<Streamed> streamed() {
            return Optional.empty();
        }

        /// Whether each row of its only input stays, or goes, for what it is itself, whatever the others are.
        default boolean isSieve() {
            return false;
        }
    }

    /// A method that is fed in order of time.
    interface Streamed {
        /// Begins, knowing nothing.
        ///
        /// @param settling how many of the newest points of a row may be taken back later
        Stream start(int settling);

        /// Whether little enough is asked for each row that what was learnt is worth keeping for the next question.
        boolean isFrugal();
    }

    /// A method on its way through time. Not safe for use by several threads at once.
    interface Stream {
        /// Takes the next points of rows, new rows among them.
        ///
        /// @param since points after this that it had before are taken back first, as all that is known of that time comes now;
        ///   epoch milliseconds
        void feed(Frame points, long since);

        /// What is said of the rows now; nothing is learnt.
        Frame answer(Question question);

        /// How many rows it knows.
        int rows();

        /// What it keeps in memory.
        long bytes();
    }

    /// What a stream is asked.
    ///
    /// @param since nothing before this is told, epoch milliseconds
    /// @param sieve which rows of an answer stay; it may be asked about a few at a time
    record Question(Run run, long since, UnaryOperator<Frame> sieve) {}

    /// The query that a method is part of.
    ///
    /// @param tenant whose rows they are
    /// @param now the time as of which is read
    /// @param check to be called often: ends the query by an exception when its time is over or nobody waits for it
    /// @param missing from when on rows are missing; empty: the method decides
    record Run(TenantId tenant, Instant now, Runnable check, Optional<Asker.Missing> missing) {
        /// One in which the method decides which rows are missing.
        public Run(TenantId tenant, Instant now, Runnable check) {
            this(tenant, now, check, Optional.empty());
        }
    }

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
