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
        customer(contact).ifPresent(contact::follow);
    }

    @Override
    public void written(Contact contact, Changes changes) {
        if (contact.version() == 1) {
            followLate(contact);
        }
        RecordRef party = contact.party();
        if (party != null && contact.isMainContact() && !contact.deleted() && (changes.touch("mainContact", "party") || changes.fields().isEmpty())) {
            Caller.current().unlimited().run(() -> othersStepDown(contact, party));
        }
    }

    /** In an import the customer is stored together with its contact, and not there before. */
    private void followLate(Contact contact) {
        customer(contact).filter(contact::strays)
            .ifPresent(customer -> Caller.current().unlimited().run(() -> contacts.change(new RecordId(contact.id()), "update", late -> late.follow(customer))));
    }

    /** The customer whose member in charge the contact shall have: of a contact for which nobody else was named. */
    private Optional<Customer> customer(Contact contact) {
        RecordRef party = contact.party();
        Long owner = contact.ownerId();
        boolean named = owner != null && owner != Caller.current().memberId();
        return party == null || named || !party.type().equals(Customer.TYPE) ? Optional.empty() : customers.find(new RecordId(party.target()));
    }

    /** A party has one main contact: the one named last. */
    private boolean othersStepDown(Contact contact, RecordRef party) {
        Object main = Map.of("==", List.of(Map.of("var", "mainContact"), true));
        Object others = Map.of("and", List.of(Parties.recordsOf(party), main));
        for (RecordView other : contacts.page(RecordQuery.first(RecordQuery.MAX_LIMIT).where(others)).items()) {
            if (other.id().value() != contact.id()) {
                contacts.change(other.id(), "update", Contact::stepDown);
            }
        }
        return true;
    }
}
