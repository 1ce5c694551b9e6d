package org.tenon.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.tenon.customers.contact.Contact;
import org.tenon.customers.contact.ContactRules;
import org.tenon.customers.customer.ContactColumns;
import org.tenon.customers.customer.Customer;
import org.tenon.customers.customer.CustomerRules;
import org.tenon.customers.log.ContactLog;
import org.tenon.customers.log.ContactLogRules;
import org.tenon.persistence.DatabaseConfig;
import org.tenon.records.standalone.StandaloneRecords;
import org.tenon.sdk.FieldError;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.RecordPage;
import org.tenon.sdk.record.RecordQuery;
import org.tenon.sdk.record.RecordStore;
import org.tenon.sdk.record.RecordView;
import org.tenon.testkit.TestDatabase;

/** The area on the real record engine, without a container. It is always noon of 23 November 2026 in Shanghai. */
public final class CustomersEngine implements AutoCloseable {

    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T04:00:00Z"), ZoneId.of("Asia/Shanghai"));

    private final StandaloneRecords engine;

    public CustomersEngine(TestDatabase database) {
        engine = StandaloneRecords.open(DatabaseConfig.of(database.url(), database.user(), database.password()));
        engine.area("customers", Customer.class, Customer.class, Contact.class, ContactLog.class)
            .dictionaries(new CustomersDictionaries())
            .companion(new ContactColumns())
            .rules(new CustomerRules(engine.records()))
            .rules(new ContactRules(engine.records(), CLOCK))
            .rules(new ContactLogRules(engine.records(), CLOCK));
    }

    public StandaloneRecords engine() {
        return engine;
    }

    public RecordStore<Customer> customers() {
        return engine.records().of(Customer.class);
    }

    public RecordStore<Contact> contacts() {
        return engine.records().of(Contact.class);
    }

    public RecordStore<ContactLog> logs() {
        return engine.records().of(ContactLog.class);
    }

    /** Does it as the system. */
    public <T> T as(Supplier<T> work) {
        return Caller.system("test").run(work);
    }

    public RecordView customer(Map<String, ?> values) {
        return as(() -> customers().create(values));
    }

    public RecordView contact(Map<String, ?> values) {
        return as(() -> contacts().create(values));
    }

    public RecordView log(Map<String, ?> values) {
        return as(() -> logs().create(values));
    }

    /** The record as it stands now. */
    public Map<String, Object> now(RecordStore<?> store, RecordView view) {
        return as(() -> store.get(view.id())).json();
    }

    public List<RecordView> all(RecordStore<?> store) {
        RecordPage page = as(() -> store.page(RecordQuery.first(RecordQuery.MAX_LIMIT)));
        return page.items();
    }

    public static Map<String, Object> party(RecordView customer) {
        return Map.of("type", Customer.TYPE, "id", customer.id().toString());
    }

    /** Expects that the call is refused for this field, with this code. */
    public static void assertRefused(String field, String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(TenonException.class, refusal -> assertThat(refusal.errors())
            .extracting(FieldError::field, FieldError::code).contains(tuple(field, code)));
    }

    @Override
    public void close() {
        engine.close();
    }
}
