package org.tenon.jobs.timer;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.job.Schedule;

/** The times of a schedule. Immutable. */
final class Cron {

    private final ExecutionTime times;
    private final ZoneId zone;

    private Cron(ExecutionTime times, ZoneId zone) {
        this.times = times;
        this.zone = zone;
    }

    /** @throws TenonException INVALID for an expression that cannot be read */
    static Cron of(Schedule schedule) {
        try {
            CronParser parser = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));
            return new Cron(ExecutionTime.forCron(parser.parse(schedule.cron()).validate()), schedule.zone());
        } catch (IllegalArgumentException e) {
            throw TenonException.invalid("schedule", "cron", "\"%s\" is no schedule: %s".formatted(schedule.cron(), e.getMessage()));
        }
    }

    /** The first time after this moment; empty if there will be none. */
    Optional<Instant> after(Instant moment) {
        return times.nextExecution(at(moment)).map(ZonedDateTime::toInstant);
    }

    /** The last time before this moment; empty if there was none. */
    Optional<Instant> before(Instant moment) {
        return times.lastExecution(at(moment)).map(ZonedDateTime::toInstant);
    }

    private ZonedDateTime at(Instant moment) {
        return moment.atZone(zone);
    }
}
