package org.tenon.customers.log;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.customers.contact.Contact;
import org.tenon.sdk.record.Changes;
import org.tenon.sdk.record.Problems;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordRef;
import org.tenon.sdk.record.RecordRules;
import org.tenon.sdk.record.RecordStore;
import org.tenon.sdk.record.Records;

/** What a contact log must be like, and what follows from it for the customer. */
@Component(service = RecordRules.class)
public final class ContactLogRules implements RecordRules<ContactLog> {

    /** How far another computer's clock may be ahead of ours. */
    static final Duration CLOCK_SKEW = Duration.ofMinutes(10);

    private final RecordStore<Contact> contacts;
    private final ContactDates dates;
    private final Clock clock;

    @Activate
    public ContactLogRules(@Reference Records records) {
        this(records, Clock.systemUTC());
    }

    public ContactLogRules(Records records, Clock clock) {
        this.contacts = records.of(Contact.class);
        this.dates = new ContactDates(records);
        this.clock = clock;
    }

    @Override
    public Class<ContactLog> type() {
        return ContactLog.class;
    }

    @Override
    public void derive(ContactLog log, Changes changes) {
        log.fillIn(now());
        if (log.party() == null) {
            contact(log).ifPresent(contact -> log.with(contact.party()));
        }
    }

    @Override
    public void validate(ContactLog log, Changes changes, Problems problems) {
        LocalDateTime at = log.happenedAt();
        RecordRef party = log.party();
        if (party == null) {
            problems.refuse("party", "required");
        } else if (changes.touch("party", "contactId") && contact(log).map(contact -> !party.equals(contact.party())).orElse(false)) {
            problems.refuse("contactId", "contactOfOther");
        }
        if (log.subject() == null) {
            problems.refuse("subject", "required");
        }
        if (at != null && at.isAfter(now().plus(CLOCK_SKEW))) {
            problems.refuse("happenedAt", "inFuture");
        }
        if (at != null && log.nextContactAt() != null && !log.nextContactAt().isAfter(at)) {
            problems.refuse("nextContactAt", "nextBeforeContact");
        }
    }

    @Override
    public void beforeCreate(ContactLog log) {
        dates.add(log);
    }

    @Override
    public void beforeUpdate(ContactLog log, Changes changes) {
        if (moves(changes)) {
            dates.hold(log.party());
        }
    }

    @Override
    public void beforeDelete(ContactLog log) {
        dates.hold(log.party());
    }

    @Override
    public void written(ContactLog log, Changes changes) {
        if (log.version() == 1) {
            return;
        }
        if (changes.before("party") instanceof RecordRef former && !former.equals(log.party())) {
            dates.recount(former);
        }
        if (log.deleted() || restored(changes) || moves(changes)) {
            dates.recount(log.party());
        }
    }

    private static boolean moves(Changes changes) {
        return changes.touch("party", "happenedAt", "nextContactAt");
    }

    /** Coming out of the recycle bin changes no field. */
    private static boolean restored(Changes changes) {
        return changes.fields().isEmpty();
    }

    private Optional<Contact> contact(ContactLog log) {
        Long id = log.contactId();
        return id == null ? Optional.empty() : contacts.find(new RecordId(id));
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock.withZone(ZoneOffset.UTC));
    }
}
