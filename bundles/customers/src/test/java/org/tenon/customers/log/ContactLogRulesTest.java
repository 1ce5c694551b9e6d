package org.tenon.customers.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tenon.customers.CustomersEngine.assertRefused;
import static org.tenon.customers.CustomersEngine.party;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.tenon.customers.CustomersEngine;
import org.tenon.customers.customer.Customer;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.identity.Grants;
import org.tenon.sdk.identity.Grants.RecordGrant;
import org.tenon.sdk.identity.Scope;
import org.tenon.sdk.record.RecordView;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.TestDatabase;

class ContactLogRulesTest {

    private static Map<String, Object> call(RecordView customer, String at, @Nullable String next) {
        Map<String, Object> values = new HashMap<>(Map.of("party", party(customer), "kind", "call", "subject", "报价", "happenedAt", at));
        if (next != null) {
            values.put("nextContactAt", next);
        }
        return values;
    }

    private static void assertDates(CustomersEngine area, RecordView customer, @Nullable String last, @Nullable String next) {
        Map<String, Object> now = area.now(area.customers(), customer);
        assertThat(now.get("lastContactAt")).isEqualTo(last);
        assertThat(now.get("nextContactAt")).isEqualTo(next);
    }

    @BothDatabases
    void aLogMovesTheCustomersDatesForwardOnly(TestDatabase database) {
        try (CustomersEngine area = new CustomersEngine(database)) {
            RecordView customer = area.customer(Map.of("name", "A"));
            assertDates(area, customer, null, null);
            area.log(call(customer, "2026-11-10T02:00:00Z", "2026-11-30T02:00:00Z"));
            assertDates(area, customer, "2026-11-10T02:00:00Z", "2026-11-30T02:00:00Z");
            area.log(call(customer, "2026-11-12T02:00:00Z", null));
            assertDates(area, customer, "2026-11-12T02:00:00Z", "2026-11-30T02:00:00Z");
            area.log(call(customer, "2026-11-11T02:00:00Z", "2026-12-01T02:00:00Z"));
            assertDates(area, customer, "2026-11-12T02:00:00Z", "2026-12-01T02:00:00Z");
            area.log(call(customer, "2026-11-01T02:00:00Z", "2026-12-24T02:00:00Z"));
            assertDates(area, customer, "2026-11-12T02:00:00Z", "2026-12-01T02:00:00Z");
        }
    }

    @BothDatabases
    void anAppointmentThatWasKeptIsNoneAnyMore(TestDatabase database) {
        try (CustomersEngine area = new CustomersEngine(database)) {
            RecordView customer = area.customer(Map.of("name", "A"));
            area.log(call(customer, "2026-11-10T02:00:00Z", "2026-11-20T02:00:00Z"));
            area.log(call(customer, "2026-11-20T03:00:00Z", null));
            assertDates(area, customer, "2026-11-20T03:00:00Z", null);
        }
    }

    @BothDatabases
    void deletingRestoringAndMovingALogRecounts(TestDatabase database) {
        try (CustomersEngine area = new CustomersEngine(database)) {
            RecordView customer = area.customer(Map.of("name", "A"));
            RecordView other = area.customer(Map.of("name", "B"));
            area.log(call(customer, "2026-11-01T02:00:00Z", "2026-12-24T02:00:00Z"));
            RecordView log = area.log(call(customer, "2026-11-10T02:00:00Z", "2026-11-30T02:00:00Z"));
            area.as(() -> {
                area.logs().delete(log.id(), null);
                return true;
            });
            assertDates(area, customer, "2026-11-01T02:00:00Z", "2026-12-24T02:00:00Z");
            RecordView back = area.as(() -> area.logs().restore(log.id()));
            assertDates(area, customer, "2026-11-10T02:00:00Z", "2026-11-30T02:00:00Z");
            area.as(() -> area.logs().update(log.id(), back.version(), Map.of("party", party(other))));
            assertDates(area, customer, "2026-11-01T02:00:00Z", "2026-12-24T02:00:00Z");
            assertDates(area, other, "2026-11-10T02:00:00Z", "2026-11-30T02:00:00Z");
        }
    }

    @BothDatabases
    void whatIsLeftEmptyIsFilledIn(TestDatabase database) {
        try (CustomersEngine area = new CustomersEngine(database)) {
            RecordView customer = area.customer(Map.of("name", "A"));
            RecordView contact = area.contact(Map.of("name", "王芳", "party", party(customer)));
            RecordView log = area.log(Map.of("contactId", contact.id().toString(), "kind", "visit", "content", "谈了价格\n下周再谈"));
            assertThat(log.json()).containsEntry("happenedAt", "2026-11-23T04:00:00Z").containsEntry("subject", "谈了价格")
                .containsEntry("party", party(customer));
            assertDates(area, customer, "2026-11-23T04:00:00Z", null);
        }
    }

    @BothDatabases
    void whatContradictsItselfIsRefusedAndNothingIsStored(TestDatabase database) {
        try (CustomersEngine area = new CustomersEngine(database)) {
            RecordView customer = area.customer(Map.of("name", "A"));
            RecordView stranger = area.contact(Map.of("name", "王芳", "party", party(area.customer(Map.of("name", "B")))));
            assertRefused("happenedAt", "inFuture", () -> area.log(call(customer, "2026-11-23T04:10:01Z", null)));
            assertRefused("nextContactAt", "nextBeforeContact", () -> area.log(call(customer, "2026-11-10T02:00:00Z", "2026-11-10T02:00:00Z")));
            assertRefused("party", "required", () -> area.log(Map.of("kind", "call", "subject", "报价")));
            assertRefused("subject", "required", () -> area.log(Map.of("kind", "call", "party", party(customer))));
            Map<String, Object> ofOther = call(customer, "2026-11-10T02:00:00Z", null);
            ofOther.put("contactId", stranger.id().toString());
            assertRefused("contactId", "contactOfOther", () -> area.log(ofOther));
            assertThat(area.all(area.logs())).isEmpty();
            assertDates(area, customer, null, null);
        }
    }

    @BothDatabases
    void whoMayOnlyReadTheCustomerMovesItsDatesAllTheSame(TestDatabase database) {
        try (CustomersEngine area = new CustomersEngine(database)) {
            Caller service = new Caller(700, "Service", Locale.ENGLISH, false, null);
            area.engine().grant(700, new Grants(false, List.of(new RecordGrant("Service", Customer.TYPE, "read", Scope.ALL, Set.of()),
                new RecordGrant("Service", ContactLog.TYPE, "create", Scope.ALL, Set.of()),
                new RecordGrant("Service", ContactLog.TYPE, "read", Scope.ALL, Set.of())), List.of(), Set.of(), Set.of(), Set.of()), null);
            RecordView customer = area.customer(Map.of("name", "A"));
            service.run(() -> area.logs().create(call(customer, "2026-11-10T02:00:00Z", null)));
            assertDates(area, customer, "2026-11-10T02:00:00Z", null);
        }
    }

    @BothDatabases
    void logsWrittenAtTheSameTimeAllCount(TestDatabase database) throws Exception {
        try (CustomersEngine area = new CustomersEngine(database)) {
            RecordView customer = area.customer(Map.of("name", "A"));
            ExecutorService threads = Executors.newFixedThreadPool(4);
            List<Future<RecordView>> logs = new ArrayList<>();
            for (int day = 10; day < 22; day++) {
                String at = "2026-11-%dT02:00:00Z".formatted(day);
                logs.add(threads.submit(() -> area.log(call(customer, at, null))));
            }
            threads.shutdown();
            for (Future<RecordView> log : logs) {
                assertThat(log.get().version()).isEqualTo(1);
            }
            assertDates(area, customer, "2026-11-21T02:00:00Z", null);
        }
    }
}
