// SPDX-License-Identifier: Apache-2.0
package dev.sextant.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One message between the backend and a worker. Texts named "Json" pass through the worker's Java unread: only the
/// guest and the backend parse them.
public sealed interface Message {
    /// Both sides must speak the same version; a worker of another version is not used.
    int VERSION = 2;

    /// What the backend sends.
    sealed interface ToWorker extends Message {}

    /// What a worker sends. Nothing in it is trusted by the backend.
    sealed interface ToBackend extends Message {}

    /// Run a rule once, as of `now` (epoch milliseconds).
    record Evaluate(
            Program program, long now, String parametersJson, String stateJson, Bounds bounds)
            implements ToWorker {}

    /// Read the header of a rule; nothing else may be reached.
    record ReadHeader(Program program) implements ToWorker {}

    /// Read what a test file declares; nothing may be reached, and nothing that it declares is run. The answer is that of
    /// [ReadHeader].
    record ReadTests(Program program) implements ToWorker {}

    /// Stop what runs. The worker answers with [Cancelled], or with what it had finished just before.
    record Cancel() implements ToWorker {}

    /// Series for a host call: the head names them, `points` holds for each in turn its times, then its values.
    record Rows(String headJson, double[] points) implements ToWorker {}

    /// How many rows a plan has.
    record Count(long rows) implements ToWorker {}

    /// A host call that the backend would not or could not serve, in words for the author of the rule.
    record Refusal(String text) implements ToWorker {}

    /// First message of a worker, once it is warm.
    ///
    /// @param compiled whether guests run on the optimising runtime, not in the interpreter
    /// @param drops what the process gave up before it said this, and what it could not
    record Hello(int version, boolean compiled, String runtime, List<Drop> drops)
            implements ToBackend {
        public Hello {
            drops = List.copyOf(drops);
        }
    }

    /// The guest waits for [Rows], [Count] or [Refusal].
    record HostCall(Terminal terminal, String planJson) implements ToBackend {}

    /// An evaluation came to its end.
    record Evaluated(String resultJson, String stateJson, List<LogLine> log) implements ToBackend {
        public Evaluated {
            log = List.copyOf(log);
        }
    }

    record HeaderRead(String headerJson) implements ToBackend {}

    record HeaderRejected(List<Problem> problems) implements ToBackend {
        public HeaderRejected {
            problems = List.copyOf(problems);
        }
    }

    record Failed(Problem problem, List<LogLine> log) implements ToBackend {
        public Failed {
            log = List.copyOf(log);
        }
    }

    /// A limit that the worker itself watches was passed.
    record LimitPassed(String limit, long used, long allowed, List<LogLine> log)
            implements ToBackend {
        public LimitPassed {
            log = List.copyOf(log);
        }
    }

    record Cancelled(List<LogLine> log) implements ToBackend {
        public Cancelled {
            log = List.copyOf(log);
        }
    }

    /// A right that a worker tried to give up.
    ///
    /// @param what kebab-case, the same in logs and metrics, such as "system-calls"
    /// @param failure why it could not be given up, in the system's words; null when it was
    record Drop(String what, @Nullable String failure) {
        /// The one without which a guest that broke out could reach files, the network and other processes.
        public static final String SYSTEM_CALLS = "system-calls";
    }

    /// A rule file with the tenant's modules that it may import.
    ///
    /// @param name of the file, as error messages use it
    record Program(String name, String text, List<Module> modules) {
        public Program {
            modules = List.copyOf(modules);
        }
    }

    /// A module of the tenant.
    ///
    /// @param name its path in the tenant's tree of modules, such as "shared/budget.js"
    record Module(String name, String text) {}

    /// What the worker watches itself, in bytes of UTF-8; the backend watches the rest.
    record Bounds(int logBytes, int resultBytes, int stateBytes) {}

    record LogLine(String level, String text) {}

    /// What is wrong and where, counted from 1; null where no place is known.
    record Problem(String message, @Nullable Integer line, @Nullable Integer column) {}

    /// What a guest wants: the rows of a plan, their number, or the records of a call that its JSON names in `call`. The
    /// answer to RECORDS is [Rows] without points, whose head is the answer's JSON.
    enum Terminal {
        ROWS,
        COUNT,
        RECORDS
    }
}
