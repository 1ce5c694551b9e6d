package org.tenon.customers.demo;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.customers.contact.Contact;
import org.tenon.customers.customer.Customer;
import org.tenon.customers.customer.Parties;
import org.tenon.customers.demo.Staff.Seller;
import org.tenon.customers.log.ContactLog;
import org.tenon.sdk.identity.Directory;
import org.tenon.sdk.record.DemoData;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordRef;
import org.tenon.sdk.record.RecordStore;
import org.tenon.sdk.record.Records;
import org.tenon.sdk.tx.Tx;

/** Two thousand customers with their contacts and a year of contact logs. The same companies every time; dates lie around today. */
@Component
public final class DemoCustomers implements DemoData {

    static final int CUSTOMERS = 2_000;

    private static final long SEED = 20_260_101;
    /** So many customers with all that belongs to them are about 400 writes. */
    private static final int A_TRANSACTION = 50;
    /** One company in so many is a branch of the one before it. */
    private static final int BRANCH_EVERY = 12;

    private final Records records;
    private final Tx tx;
    private final Directory directory;
    private final Clock clock;
    private final int customers;

    @Activate
    public DemoCustomers(@Reference Records records, @Reference Tx tx, @Reference Directory directory) {
        this(records, tx, directory, Clock.systemUTC(), CUSTOMERS);
    }

    DemoCustomers(Records records, Tx tx, Directory directory, Clock clock, int customers) {
        this.records = records;
        this.tx = tx;
        this.directory = directory;
        this.clock = clock;
        this.customers = customers;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public void load() {
        Staff staff = new Staff(records, directory);
        Dice dice = new Dice(SEED);
        LocalDateTime now = LocalDateTime.now(clock.withZone(ZoneOffset.UTC));
        Companies companies = new Companies(dice, now.toLocalDate());
        People people = new People(dice);
        Talks talks = new Talks(dice, now);
        for (int done = 0; done < customers; done += A_TRANSACTION) {
            List<Dossier> some = new ArrayList<>();
            Company head = null;
            while (some.size() < Math.min(A_TRANSACTION, customers - done)) {
                boolean branch = head != null && head.place().country().equals("CN") && dice.oneIn(BRANCH_EVERY);
                Company company = branch ? companies.branchOf(head) : companies.next();
                head = branch ? head : company;
                List<Map<String, Object>> contacts = new ArrayList<>();
                for (int place = dice.between(1, 3); place > 0; place--) {
                    contacts.add(people.next(company, contacts.size()));
                }
                some.add(new Dossier(company.values(), branch, staff.sellerOf(company, dice), contacts, talks.about(company)));
            }
            // What chance decides is decided before: the transaction may run again.
            tx.run(() -> store(some));
        }
    }

    /**
     * @param branch of the last one before it that is none
     * @param talks  oldest first
     */
    private record Dossier(Map<String, Object> company, boolean branch, Seller owner, List<Map<String, Object>> contacts,
                           List<Map<String, Object>> talks) {
    }

    private void store(List<Dossier> dossiers) {
        RecordStore<Customer> files = records.of(Customer.class);
        String head = null;
        for (Dossier dossier : dossiers) {
            Map<String, Object> values = new LinkedHashMap<>(dossier.company());
            dossier.owner().own(values);
            if (dossier.branch()) {
                values.put("parentId", head);
            }
            RecordId id = files.create(values).id();
            head = dossier.branch() ? head : id.toString();
            storeDealings(dossier, new RecordRef(Customer.TYPE, id.value()));
        }
    }

    private void storeDealings(Dossier dossier, RecordRef party) {
        String first = null;
        for (Map<String, Object> contact : dossier.contacts()) {
            Map<String, Object> values = new LinkedHashMap<>(contact);
            values.put("party", Parties.value(party));
            dossier.owner().own(values);
            String id = records.of(Contact.class).create(values).id().toString();
            first = first == null ? id : first;
        }
        for (Map<String, Object> talk : dossier.talks()) {
            Map<String, Object> values = new LinkedHashMap<>(talk);
            values.put("party", Parties.value(party));
            values.put("contactId", first);
            dossier.owner().own(values);
            records.of(ContactLog.class).create(values);
        }
    }
}
