package org.tenon.customers.contact;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
        if (contact.version() == 0 && !changes.touch("ownerId", "departmentId")) {
            followCustomer(contact);
        }
    }

    @Override
    public void validate(Contact contact, Changes changes, Problems problems) {
        if (contact.misstatesBirthday() && changes.touch("birthday", "birthdayCalendar")) {
            problems.refuse("birthday", "birthday");
        }
    }

    /** A party has one main contact: the one named last. */
    @Override
    public void written(Contact contact, Changes changes) {
        RecordRef party = contact.party();
        if (party != null && contact.isMainContact() && !contact.deleted() && changes.touch("mainContact", "party")) {
            Caller.current().unlimited().run(() -> othersStepDown(contact, party));
        }
    }

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

    /** Whoever looks after the customer looks after its people, unless said otherwise. */
    private void followCustomer(Contact contact) {
        RecordRef party = contact.party();
        if (party != null && party.type().equals(Customer.TYPE)) {
            customers.find(new RecordId(party.target())).ifPresent(customer -> {
                contact.ownedBy(customer.ownerId());
                contact.inDepartment(customer.departmentId());
            });
        }
    }
}
