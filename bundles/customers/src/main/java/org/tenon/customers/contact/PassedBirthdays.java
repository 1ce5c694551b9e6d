package org.tenon.customers.contact;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.sdk.job.JobRun;
import org.tenon.sdk.job.Schedule;
import org.tenon.sdk.job.TimerTask;
import org.tenon.sdk.record.RecordQuery;
import org.tenon.sdk.record.RecordStore;
import org.tenon.sdk.record.RecordView;
import org.tenon.sdk.record.Records;

/** Moves each contact's next birthday on once it is past. */
@Component
public final class PassedBirthdays implements TimerTask {

    private final RecordStore<Contact> contacts;
    private final Clock clock;

    @Activate
    public PassedBirthdays(@Reference Records records) {
        this(records, Clock.systemDefaultZone());
    }

    /** @param clock its zone decides which day it is */
    PassedBirthdays(Records records, Clock clock) {
        this.contacts = records.of(Contact.class);
        this.clock = clock;
    }

    @Override
    public String name() {
        return "customers.birthdays";
    }

    /** Hourly, so that a birthday is moved on soon after midnight, whatever the clock's zone. */
    @Override
    public Schedule schedule() {
        return Schedule.cron("3 * * * *");
    }

    @Override
    public Map<String, Object> run(LocalDateTime due, JobRun run) {
        LocalDate today = LocalDate.now(clock);
        Object past = Map.of("<", List.of(Map.of("var", "nextBirthday"), today.toString()));
        RecordQuery query = RecordQuery.first(RecordQuery.MAX_LIMIT).where(past).sortedBy("nextBirthday");
        List<RecordView> page = contacts.page(query).items();
        while (!page.isEmpty()) {
            List<RecordView> moving = page;
            run.step(() -> {
                moving.forEach(contact -> contacts.change(contact.id(), "update", changed -> changed.settleBirthday(today)));
                return new JobRun.Progress(run.job().done() + moving.size(), null, Map.of());
            });
            page = page.size() == RecordQuery.MAX_LIMIT ? contacts.page(query).items() : List.of();
        }
        return Map.of("changed", run.job().done());
    }
}
