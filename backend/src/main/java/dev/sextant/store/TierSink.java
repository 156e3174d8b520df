// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store;

/// Takes summaries where there are some, and points where there are none. Of one series all of them come in order of time
/// and none overlaps another.
public interface TierSink extends PointSink {
    /// The rows are the reader's and change after the call.
    void summaries(Summaries rows);

    /// What came after this time is known only in part: points are not kept any more, and a summary would reach beyond the
    /// end of what was asked.
    ///
    /// @param epochMillis the end of the last whole summary
    void knownUntil(long epochMillis);
}
