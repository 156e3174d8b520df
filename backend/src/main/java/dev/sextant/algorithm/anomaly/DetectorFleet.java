// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.anomaly;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// One method over many series of equal options: the state of each is one stretch of a flat page, in the form of
/// [Detector#snapshot], and only one detector is at work. Answers are those of a detector per series, to the last bit. Not safe
/// for use by several threads at once; split the series instead.
public final class DetectorFleet {
    private static final int SERIES_PER_PAGE = 128;

    private final AnomalyMethod method;
    private final AnomalyOptions options;
    private final AutoDetector detector = new AutoDetector();
    private final SelectiveDetector selective;
    private final byte[] fresh;
    private final List<ByteBuffer> pages = new ArrayList<>();
    private int size;

    /// Of the default method.
    public DetectorFleet(AnomalyOptions options) {
        this(AnomalyMethod.AUTO, options);
    }

    public DetectorFleet(AnomalyMethod method, AnomalyOptions options) {
        this.method = method;
        this.options = options;
        selective = new SelectiveDetector(detector, options);
        fresh = method.start(options).snapshot();
    }

    /// Takes in a series that is not known yet.
    ///
    /// @return its place, counted from 0
    public int add() {
        return add(fresh);
    }

    /// Takes in a series where a snapshot of the method stood.
    ///
    /// @return its place, counted from 0
    public int add(byte[] snapshot) {
        if (snapshot.length != fresh.length) {
            throw new IllegalArgumentException(
                    "a snapshot of "
                            + snapshot.length
                            + " bytes is none of this method: it takes "
                            + fresh.length);
        }
        if (size % SERIES_PER_PAGE == 0) {
            pages.add(ByteBuffer.allocate(SERIES_PER_PAGE * fresh.length));
        }
        seek(size).put(snapshot);
        return size++;
    }

    public int size() {
        return size;
    }

    /// Bytes of state for each series.
    public int bytesPerSeries() {
        return fresh.length;
    }

    /// Judges the next point of a series, then learns from it; see [Detector#advance].
    public Anomaly advance(int series, long time, double value) {
        var at = detectorOf(checked(series));
        var anomaly = at.advance(time, value);
        keep(series, at);
        return anomaly;
    }

    /// Learns the next points of a series.
    ///
    /// @param times as many as values
    public void advanceAll(int series, long[] times, double[] values) {
        var at = detectorOf(checked(series));
        for (var i = 0; i < times.length; i++) {
            at.advance(times[i], values[i]);
        }
        keep(series, at);
    }

    /// What would be said of the next points of a series, each before the next. What is known of it stays as it is.
    ///
    /// @param times as many as values
    public Anomalies judge(int series, long[] times, double[] values) {
        return detectorOf(checked(series)).advanceAll(times, values);
    }

    private Detector detectorOf(int series) {
        var state = seek(series);
        if (method == AnomalyMethod.AUTO) {
            selective.read(state);
            detector.read(state);
            return selective;
        }
        var snapshot = new byte[fresh.length];
        state.get(snapshot);
        return method.restore(options, snapshot);
    }

    private void keep(int series, Detector at) {
        var state = seek(series);
        if (method == AnomalyMethod.AUTO) {
            selective.write(state);
            detector.write(state);
        } else {
            state.put(at.snapshot());
        }
    }

    /// All that is known of a series; see [AnomalyMethod#restore].
    public byte[] snapshot(int series) {
        var result = new byte[fresh.length];
        seek(checked(series)).get(result);
        return result;
    }

    private int checked(int series) {
        if (series < 0 || series >= size) {
            throw new IllegalArgumentException("no series " + series + " among " + size);
        }
        return series;
    }

    private ByteBuffer seek(int series) {
        var page = pages.get(series / SERIES_PER_PAGE);
        return page.position(series % SERIES_PER_PAGE * fresh.length);
    }
}
