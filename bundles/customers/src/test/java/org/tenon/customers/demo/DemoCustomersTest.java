package org.tenon.customers.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.tenon.customers.CustomersEngine;
import org.tenon.customers.demo.Staff.Seller;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordQuery;
import org.tenon.sdk.record.RecordView;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.TestDatabase;

class DemoCustomersTest {

    private static final int SOME = 120;

    @BothDatabases
    void everyRecordPassesTheRules(TestDatabase database) {
        try (CustomersEngine area = new CustomersEngine(database)) {
            Staff staff = new Staff(List.of(new Seller(RecordId.text(900), RecordId.text(90), "zh-CN"), new Seller(RecordId.text(901), null, "en")));
            DemoCustomers demo = new DemoCustomers(area.engine().records(), area.engine().tx(), area.engine().directory(), CustomersEngine.CLOCK, SOME);
            area.as(() -> {
                demo.load(staff);
                return true;
            });
            assertThat(database.count("select count(*) from customers_customer")).isEqualTo(SOME);
            assertThat(database.count("select count(*) from customers_contact")).isBetween(SOME + 1L, 3L * SOME);
            assertThat(database.count("select count(*) from customers_contact_log")).isGreaterThan(2L * SOME);
            assertThat(database.count("select count(*) from customers_contact_log where owner_id is null or contact_id is null")).isZero();
            assertThat(database.count("select count(*) from customers_customer where parent_id is not null")).isPositive();
            assertThat(database.count("select count(*) from customers_customer c where last_contact_at <> "
                + "(select max(happened_at) from customers_contact_log l where l.party = c.id)")).isZero();
            Object waiting = Map.of(">", List.of(Map.of("var", "nextContactAt"), "2026-11-23T00:00:00Z"));
            List<RecordView> next = area.as(() -> area.customers().page(RecordQuery.first(10).where(waiting).sortedBy("nextContactAt"))).items();
            assertThat(next).hasSize(10).extracting(view -> (String) view.json().get("nextContactAt")).isSorted();
        }
    }
}
