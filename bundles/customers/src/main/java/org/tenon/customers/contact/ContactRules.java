package org.tenon.customers.contact;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.customers.customer.Customer;
import org.tenon.customers.customer.Parties;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.Changes;
import org.tenon.sdk.record.Problems;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordQuery;
import org.tenon.sdk.record.RecordRef;
import org.tenon.sdk.record.RecordRules;
import org.tenon.sdk.record.RecordStore;
import org.tenon.sdk.record.RecordView;
import org.tenon.sdk.record.Records;

/** What a contact must be like, and what follows from it. */
@Component(service = RecordRules.class)
public final class ContactRules implements RecordRules<Contact> {

    private final RecordStore<Contact> contacts;
    private final RecordStore<Customer> customers;
    private final Clock clock;

    @Activate
    public ContactRules(@Reference Records records) {
        this(records, Clock.systemDefaultZone());
    }

    /** @param clock its zone decides which day it is */
    public ContactRules(Records records, Clock clock) {
        this.contacts = records.of(Contact.class);
        this.customers = records.of(Customer.class);
        this.clock = clock;
    }

    @Override
    public Class<Contact> type() {
        return Contact.class;
    }

    @Override
    public void derive(Contact contact, Changes changes) {
        if (changes.touch("birthday", "birthdayCalendar")) {
            contact.settleBirthday(LocalDate.now(clock));
        }
    }

    @Override
    public void validate(Contact contact, Changes changes, Problems problems) {
        if (contact.misstatesBirthday() && changes.touch("birthday", "birthdayCalendar")) {
            problems.refuse("birthday", "birthday");
        }
    }

    @Override
    public void beforeCreate(Contact contact) {
        if (unassigned(contact)) {
            customer(contact).ifPresent(contact::follow);
        }
    }

    @Override
    public void written(Contact contact, Changes changes) {
        Optional<Customer> twin = contact.version() == 1 ? customer(contact).filter(contact::storedWith) : Optional.empty();
        RecordRef party = contact.party();
        if (twin.isPresent()) {
            followLate(contact, twin.get());
        } else if (party != null && contact.isMainContact() && !contact.deleted() && (changes.touch("mainContact", "party") || restored(changes))) {
            Caller.current().unlimited().run(() -> othersStepDown(contact, party));
        }
    }

    /** In an import the customer is stored together with its contact, and could not be seen before. */
    private void followLate(Contact contact, Customer customer) {
        if (unassigned(contact) && contact.strays(customer)) {
            Caller.current().unlimited().run(() -> contacts.change(new RecordId(contact.id()), "update", late -> late.follow(customer)));
        }
    }

    /** True if nobody but the caller, whose every new record is, was named as owner. */
    private static boolean unassigned(Contact contact) {
        Long owner = contact.ownerId();
        return owner == null || owner == Caller.current().memberId();
    }

    private Optional<Customer> customer(Contact contact) {
        RecordRef party = contact.party();
        return party == null || !party.type().equals(Customer.TYPE) ? Optional.empty() : customers.find(new RecordId(party.target()));
    }

    /** Coming out of the recycle bin changes no field. */
    private static boolean restored(Changes changes) {
        return changes.fields().isEmpty();
    }

    /** A party has one main contact: the one named last. */
    private boolean othersStepDown(Contact contact, RecordRef party) {
        Object main = Map.of("==", List.of(Map.of("var", "mainContact"), true));
        Object others = Map.of("!=", List.of(Map.of("var", "id"), RecordId.text(contact.id())));
        Object condition = Map.of("and", List.of(Parties.recordsOf(party), main, others));
        for (RecordView other : contacts.page(RecordQuery.first(RecordQuery.MAX_LIMIT).where(condition)).items()) {
            contacts.change(other.id(), "update", Contact::stepDown);
        }
        return true;
    }
}
