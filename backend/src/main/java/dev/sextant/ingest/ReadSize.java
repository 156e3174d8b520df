// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest;

/// Estimates what a body takes in memory once it is read, while it is read: a few bytes can name a series, so that a body
/// within its limits could still fill the memory.
public final class ReadSize {
    private static final long MOST = 96L << 20;
    private static final int SERIES = 250;
    private static final int LABEL = 60;
    private static final int SAMPLE = 16;

    private long bytes;

    /// Counts a series that is about to be made; when it does not fit, it must not be made.
    ///
    /// @param labels that are made for it alone
    public boolean fitsSeries(int labels) {
        return fits(SERIES + (long) labels * LABEL);
    }

    public boolean fitsSample() {
        return fits(SAMPLE);
    }

    public boolean isPassed() {
        return bytes > MOST;
    }

    /// Refuses the body if something of it did not fit.
    public void check() throws BodyFaultException {
        if (isPassed()) {
            throw BodyFaultException.tooLarge(
                    "the series and samples of the body take more than %,d bytes of memory; send fewer in one request"
                            .formatted(MOST));
        }
    }

    private boolean fits(long more) {
        if (bytes <= MOST) {
            bytes += more;
        }
        return bytes <= MOST;
    }
}
