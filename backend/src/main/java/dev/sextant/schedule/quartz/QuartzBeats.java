// SPDX-License-Identifier: Apache-2.0
package dev.sextant.schedule.quartz;

import dev.sextant.schedule.Beat;
import dev.sextant.schedule.Beats;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Date;
import java.util.Set;
import java.util.stream.Collectors;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.impl.matchers.GroupMatcher;

/// One Quartz trigger per beat.
@ApplicationScoped
public class QuartzBeats implements Beats {
    private static final String GROUP = "beats";

    private final Scheduler scheduler;
    private final InstantSource clock;

    QuartzBeats(Scheduler scheduler, InstantSource clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    @Override
    public synchronized void keep(Set<Beat> beats) {
        try {
            var wanted = beats.stream().collect(Collectors.toMap(QuartzBeats::key, beat -> beat));
            for (var present : scheduler.getJobKeys(GroupMatcher.jobGroupEquals(GROUP))) {
                if (wanted.remove(present) == null) {
                    scheduler.deleteJob(present);
                }
            }
            for (var missing : wanted.entrySet()) {
                scheduler.scheduleJob(
                        job(missing.getKey(), missing.getValue()), trigger(missing.getValue()));
            }
        } catch (SchedulerException problem) {
            throw new IllegalStateException(
                    "the clock could not be set; rules may not run", problem);
        }
    }

    private static JobKey key(Beat beat) {
        return JobKey.jobKey(beat.name(), GROUP);
    }

    private static JobDetail job(JobKey key, Beat beat) {
        return JobBuilder.newJob(BeatJob.class)
                .withIdentity(key)
                .usingJobData(BeatJob.EVERY, beat.every().toMillis())
                .usingJobData(BeatJob.OFFSET, beat.offset().toMillis())
                .build();
    }

    private Trigger trigger(Beat beat) {
        return TriggerBuilder.newTrigger()
                .withIdentity(beat.name(), GROUP)
                .startAt(Date.from(beat.next(clock.instant())))
                .withSchedule(
                        SimpleScheduleBuilder.simpleSchedule()
                                .withIntervalInMilliseconds(beat.every().toMillis())
                                .repeatForever()
                                .withMisfireHandlingInstructionNextWithRemainingCount())
                .build();
    }
}
