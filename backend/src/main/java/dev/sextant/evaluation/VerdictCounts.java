// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation;

import dev.sextant.alert.Finding;
import java.util.List;

/// How many verdicts of each kind an evaluation gave.
public record VerdictCounts(int fire, int clear, int suppressed, int unknown) {
    public static VerdictCounts none() {
        return new VerdictCounts(0, 0, 0, 0);
    }

    static VerdictCounts of(List<Finding> findings) {
        var counts = new int[4];
        for (var finding : findings) {
            switch (finding) {
                case Finding.Fire _ -> counts[0]++;
                case Finding.Clear _ -> counts[1]++;
                case Finding.Suppressed _ -> counts[2]++;
                case Finding.Unknown _ -> counts[3]++;
            }
        }
        return new VerdictCounts(counts[0], counts[1], counts[2], counts[3]);
    }
}
