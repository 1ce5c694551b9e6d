package org.tenon.customers.demo;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.customers.contact.Contact;
import org.tenon.customers.customer.Customer;
import org.tenon.customers.customer.Parties;
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

    /** Few: each write looks over all that its transaction wrote before. Ten customers with all that belongs to them are some 60 records. */
    private static final int A_TRANSACTION = 10;

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
        load(Staff.of(records, directory));
    }

    void load(Staff staff) {
        Dossiers dossiers = new Dossiers(staff, LocalDateTime.now(clock.withZone(ZoneOffset.UTC)));
        for (int done = 0; done < customers; done += A_TRANSACTION) {
            // Invented outside: the transaction may run again, and must store the same.
            List<Dossier> some = dossiers.next(Math.min(A_TRANSACTION, customers - done));
            tx.run(() -> store(some));
        }
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
