// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.forecast;

import dev.sextant.algorithm.structure.Mstl;
import java.util.ArrayList;
import java.util.List;

/// The members of the method `auto`.
final class Auto {
    private static final int RECENT = 600;
    private static final int SEASONS_RECENT = 3;

    private Auto() {}

    static List<ForecastMethod> members(List<Integer> seasons) {
        int recent = Math.max(RECENT, SEASONS_RECENT * (seasons.isEmpty() ? 1 : seasons.getLast()));
        var split = new Mstl(seasons, 0);
        var members = new ArrayList<ForecastMethod>();
        members.add(new LogScale(Autoregression.ofAll(seasons)));
        members.add(Autoregression.ofAll(seasons));
        members.add(new LogScale(new Autoregression(seasons, false, recent)));
        members.add(new LogScale(new Autoregression(seasons, true, recent)));
        members.add(new LogScale(new HoltWinters(seasons)));
        members.add(new HoltWinters(seasons));
        members.add(new LogScale(new SeasonallyAdjusted(split, new Ets())));
        members.add(new LogScale(new SeasonallyAdjusted(split, new Theta(true))));
        return members;
    }
}
