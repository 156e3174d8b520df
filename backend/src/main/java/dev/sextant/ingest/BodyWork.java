// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest;

import dev.sextant.http.Problem;
import dev.sextant.ingest.admission.RateExceededException;
import dev.sextant.ingest.packing.Packing;
import dev.sextant.store.StoreUnavailableException;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/// What is done with a body that came in: unpack, decode, store. Bytes in work are counted, so that a slow store makes
/// senders wait.
@ApplicationScoped
class BodyWork {
    private static final Logger LOG = Logger.getLogger(BodyWork.class);
    private static final String RETRY_AFTER = "Retry-After";

    private final SampleIntake intake;
    private final InstantSource clock;
    private final InFlight inFlight;
    private final int maxDecoded;

    BodyWork(SampleIntake intake, InstantSource clock, IngestConfig config) {
        this.intake = intake;
        this.clock = clock;
        this.inFlight = new InFlight(config.inFlight().asLongValue());
        this.maxDecoded = Math.toIntExact(config.maxDecodedBody().asLongValue());
    }

    /// A body with what its head said.
    record Job(
            TenantId tenant, BodyFormat format, RequestHead head, Packing packing, byte[] body) {}

    /// How the work on a body ended.
    sealed interface Outcome {
        record Taken(Receipt receipt) implements Outcome {}

        record Refused(Problem problem) implements Outcome {}
    }

    InFlight inFlight() {
        return inFlight;
    }

    Outcome run(Job job) {
        // What comes out of a packed body is in work, too, and is counted before memory is taken
        // for it.
        long size = job.packing().announcedSize(job.body());
        long grown = size > maxDecoded ? 0 : size - job.body().length;
        var entry = inFlight.enter(job.tenant(), grown);
        if (entry != InFlight.Entry.ENTERED) {
            return new Outcome.Refused(busy(entry));
        }
        try {
            return store(job);
        } finally {
            inFlight.leave(job.tenant(), grown);
        }
    }

    private Outcome store(Job job) {
        try {
            var plain = BodyFormat.unpack(job.packing(), job.body(), maxDecoded);
            var payload = job.format().decode(job.tenant(), job.head(), plain);
            return new Outcome.Taken(
                    intake.accept(job.tenant(), job.format().source(), payload, clock.instant()));
        } catch (BodyFaultException fault) {
            return new Outcome.Refused(problem(fault));
        } catch (RateExceededException much) {
            return new Outcome.Refused(
                    new Problem(429, "rate-exceeded", much.detail())
                            .header(RETRY_AFTER, Long.toString(much.retryAfter().toSeconds())));
        } catch (IntakeUnavailableException away) {
            LOG.warnf("a write by %s is refused: %s", job.format().source(), away.getCause());
            return new Outcome.Refused(
                    new Problem(503, "intake-unavailable", away.detail()).header(RETRY_AFTER, "5"));
        } catch (StoreUnavailableException away) {
            return new Outcome.Refused(
                    new Problem(
                                    503,
                                    "store-unavailable",
                                    "the store can't take samples now, nothing of this request was stored; send it again")
                            .header(RETRY_AFTER, "5"));
        }
    }

    static Problem busy(InFlight.Entry entry) {
        var problem =
                entry == InFlight.Entry.NODE_BUSY
                        ? new Problem(
                                503,
                                "busy",
                                "too many samples are on their way in; send this again")
                        : new Problem(
                                429,
                                "too-many-requests",
                                "too many requests of this tenant are in work; send fewer at one time");
        return problem.header(RETRY_AFTER, "2");
    }

    static Problem problem(BodyFaultException fault) {
        return switch (fault.kind()) {
            case MALFORMED -> new Problem(400, "malformed-body", fault.detail());
            case UNSUPPORTED -> new Problem(415, "unsupported-body", fault.detail());
            case TOO_LARGE -> new Problem(413, "body-too-large", fault.detail());
        };
    }
}
