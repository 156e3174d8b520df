// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest;

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

        record Refused(Refusal refusal) implements Outcome {}
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
            return new Outcome.Refused(Refusal.of(fault));
        } catch (RateExceededException much) {
            return new Outcome.Refused(
                    new Refusal(
                            429, "rate-exceeded", much.detail(), much.retryAfter().toSeconds()));
        } catch (IntakeUnavailableException away) {
            LOG.warnf("a write by %s is refused: %s", job.format().source(), away.getCause());
            return new Outcome.Refused(new Refusal(503, "intake-unavailable", away.detail(), 5));
        } catch (StoreUnavailableException away) {
            return new Outcome.Refused(
                    new Refusal(
                            503,
                            "store-unavailable",
                            "the store can't take samples now, nothing of this request was stored; send it again",
                            5));
        }
    }

    static Refusal busy(InFlight.Entry entry) {
        return entry == InFlight.Entry.NODE_BUSY
                ? new Refusal(
                        503, "busy", "too many samples are on their way in; send this again", 2)
                : new Refusal(
                        429,
                        "too-many-requests",
                        "too many requests of this tenant are in work; send fewer at one time",
                        2);
    }
}
