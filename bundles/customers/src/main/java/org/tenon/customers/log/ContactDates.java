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

    /** A new log: needs no look at the others if none of them is newer. */
    void add(ContactLog log) {
        settle(log.party(), (customer, party) -> {
            LocalDateTime last = customer.lastContactAt();
            LocalDateTime at = log.happenedAt();
            if (last != null && (at == null || last.isAfter(at))) {
                return recompute(party);
            }
            return new Dates(at, log.nextContactAt() != null ? log.nextContactAt() : customer.nextContactAt());
        });
    }

    /** Any other change of a party's logs. */
    void recount(@Nullable RecordRef party) {
        settle(party, (customer, its) -> recompute(its));
    }

    private Dates recompute(RecordRef party) {
        Optional<ContactLog> newest = newest(party, "happenedAt");
        Optional<ContactLog> agreed = newest(party, "nextContactAt");
        return new Dates(newest.map(ContactLog::happenedAt).orElse(null), agreed.map(ContactLog::nextContactAt).orElse(null));
    }

    /** The party's newest log that has a value in the field. */
    private Optional<ContactLog> newest(RecordRef party, String field) {
        Object filled = Map.of("!=", Arrays.asList(Map.of("var", field), null));
        Object condition = Map.of("and", List.of(Parties.recordsOf(party), filled));
        return logs.page(RecordQuery.first(1).where(condition).sortedBy("-happenedAt")).items().stream()
            .findFirst()
            .flatMap(view -> logs.find(view.id()));
    }

    private void settle(@Nullable RecordRef party, BiFunction<Customer, RecordRef, Dates> how) {
        if (party == null || !party.type().equals(Customer.TYPE)) {
            return;
        }
        RecordId id = new RecordId(party.target());
        Caller.current().unlimited().run(() -> {
            customers.find(id).ifPresent(customer -> {
                Dates dates = how.apply(customer, party);
                if (!dates.equals(new Dates(customer.lastContactAt(), customer.nextContactAt()))) {
                    customers.change(id, "update", changed -> changed.contacted(dates.last(), dates.next()));
                }
            });
            return true;
        });
    }

    /** @param next null too if it does not lie after {@code last}: then it has been kept or missed, and is no plan any more */
    private record Dates(@Nullable LocalDateTime last, @Nullable LocalDateTime next) {

        Dates {
            next = next != null && last != null && next.isAfter(last) ? next : null;
        }
    }
}
