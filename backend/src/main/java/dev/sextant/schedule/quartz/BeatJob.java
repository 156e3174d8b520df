// SPDX-License-Identifier: Apache-2.0
package dev.sextant.schedule.quartz;

import dev.sextant.schedule.Beat;
import dev.sextant.schedule.RuleClock;
import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/// Passes a tick on to the clock. Quarkus' job factory makes it, so that it gets the clock.
@Dependent
public class BeatJob implements Job {
    static final String EVERY = "every";
    static final String OFFSET = "offset";

    private final RuleClock clock;

    BeatJob(RuleClock clock) {
        this.clock = clock;
    }

    @Override
    public void execute(JobExecutionContext context) {
        var data = context.getMergedJobDataMap();
        clock.tick(
                new Beat(
                        Duration.ofMillis(data.getLong(EVERY)),
                        Duration.ofMillis(data.getLong(OFFSET))));
    }
}
