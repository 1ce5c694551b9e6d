package org.tenon.customers.contact;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.RecordQuery;
import org.tenon.sdk.record.RecordStore;
import org.tenon.sdk.record.RecordView;
import org.tenon.sdk.record.Records;

/** Moves each contact's next birthday on once it is past: shortly after the start and then every hour. Several nodes doing so do no harm. */
@Component(service = PassedBirthdays.class, immediate = true)
public final class PassedBirthdays {

    private static final Logger LOG = LoggerFactory.getLogger(PassedBirthdays.class);
    private static final int FIRST_MINUTES = 2;
    private static final int EVERY_MINUTES = 60;

    private final RecordStore<Contact> contacts;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "customers-birthdays");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public PassedBirthdays(@Reference Records records) {
        this(records, Clock.systemDefaultZone());
        timer.scheduleWithFixedDelay(this::attempt, FIRST_MINUTES, EVERY_MINUTES, TimeUnit.MINUTES);
    }

    /** Without a timer. @param clock its zone decides which day it is */
    PassedBirthdays(Records records, Clock clock) {
        this.contacts = records.of(Contact.class);
        this.clock = clock;
    }

    @Deactivate
    void close() {
        timer.shutdownNow();
    }

    private void attempt() {
        try {
            moveOn();
        } catch (TenonException e) {
            LOG.debug("Birthdays are moved on later: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.warn("Birthdays could not be moved on", e);
        }
    }

    /** Moves all of them on. @return how many */
    int moveOn() {
        return Caller.system("customers").run(() -> {
            LocalDate today = LocalDate.now(clock);
            Object past = Map.of("<", List.of(Map.of("var", "nextBirthday"), today.toString()));
            int moved = 0;
            List<RecordView> page;
            do {
                page = contacts.page(RecordQuery.first(RecordQuery.MAX_LIMIT).where(past).sortedBy("nextBirthday")).items();
                for (RecordView contact : page) {
                    contacts.change(contact.id(), "update", changed -> changed.settleBirthday(today));
                    moved++;
                }
            } while (page.size() == RecordQuery.MAX_LIMIT && !Thread.currentThread().isInterrupted());
            return moved;
        });
    }
}
