// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.memory;

import dev.sextant.store.SampleAppender;
import dev.sextant.store.SeriesReader;
import dev.sextant.store.StoreContract;

class InMemorySeriesTest extends StoreContract {
    private final InMemorySeries series = new InMemorySeries();

    @Override
    protected SampleAppender appender() {
        return series;
    }

    @Override
    protected SeriesReader reader() {
        return series;
    }
}
