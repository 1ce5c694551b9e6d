package org.tenon.customers.log;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.tenon.customers.customer.Customer;
import org.tenon.customers.customer.Parties;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordQuery;
import org.tenon.sdk.record.RecordRef;
import org.tenon.sdk.record.RecordStore;
import org.tenon.sdk.record.Records;

/**
 * Keeps a customer's dates of contact in step with its logs. The last contact is the newest log's time; the next one is what the newest log
 * with an appointment says, as long as that lies after the last contact. Whoever may write a log moves the dates, also of a customer that
 * they may not change otherwise.
 */
final class ContactDates {

    private final RecordStore<Customer> customers;
    private final RecordStore<ContactLog> logs;

    ContactDates(Records records) {
        this.customers = records.of(Customer.class);
        this.logs = records.of(ContactLog.class);
    }

    /**
     * Counts a log in that is about to be stored. The customer is locked first and the log stored after: so logs written at the same time
     * all count, and do not lock each other out.
     */
    void add(ContactLog log) {
        settle(log.party(), (customer, party) -> {
            LocalDateTime last = customer.lastContactAt();
            LocalDateTime at = log.happenedAt();
            boolean newest = at != null && (last == null || !at.isBefore(last));
            return new Dates(newest ? at : last, agrees(log, party, newest) ? log.nextContactAt() : customer.nextContactAt());
        });
    }

    /** Whether the log's appointment is the one that counts. */
    private boolean agrees(ContactLog log, RecordRef party, boolean newest) {
        LocalDateTime at = log.happenedAt();
        return log.nextContactAt() != null && at != null
            && (newest || newest(party, "nextContactAt").map(ContactLog::happenedAt).map(other -> !other.isAfter(at)).orElse(true));
    }

    /** Keeps the party's dates from being changed by others, before its logs change. */
    void hold(@Nullable RecordRef party) {
        settle(party, (customer, its) -> new Dates(customer.lastContactAt(), customer.nextContactAt()));
    }

    /** Counts all of a party's logs anew. */
    void recount(@Nullable RecordRef party) {
        settle(party, (customer, its) -> {
            Optional<ContactLog> newest = newest(its, "happenedAt");
            Optional<ContactLog> agreed = newest(its, "nextContactAt");
            return new Dates(newest.map(ContactLog::happenedAt).orElse(null), agreed.map(ContactLog::nextContactAt).orElse(null));
        });
    }

    /** The party's newest log that has a value in the field. */
    private Optional<ContactLog> newest(RecordRef party, String field) {
        Object filled = Map.of("!=", Arrays.asList(Map.of("var", field), null));
        Object condition = Map.of("and", List.of(Parties.recordsOf(party), filled));
        return logs.page(RecordQuery.first(1).where(condition).sortedBy("-happenedAt")).items().stream()
            .findFirst()
            .flatMap(view -> logs.find(view.id()));
    }

    /** Works the dates out while the customer is locked. */
    private void settle(@Nullable RecordRef party, BiFunction<Customer, RecordRef, Dates> how) {
        if (party == null || !party.type().equals(Customer.TYPE)) {
            return;
        }
        RecordId id = new RecordId(party.target());
        Caller.current().unlimited().run(() -> customers.find(id).map(found -> customers.change(id, "update", customer -> {
            Dates dates = how.apply(customer, party);
            customer.contacted(dates.last(), dates.next());
        })));
    }

    /** @param next null too if it does not lie after {@code last}: then it has been kept or missed, and is no plan any more */
    private record Dates(@Nullable LocalDateTime last, @Nullable LocalDateTime next) {

        Dates {
            next = next != null && last != null && next.isAfter(last) ? next : null;
        }
    }
}
