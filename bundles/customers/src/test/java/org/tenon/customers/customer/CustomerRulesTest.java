package org.tenon.customers.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tenon.customers.CustomersEngine.assertRefused;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tenon.customers.CustomersEngine;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.identity.Grants;
import org.tenon.sdk.record.RecordView;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.TestDatabase;

class CustomerRulesTest {

    @BothDatabases
    void aNewCustomerIsActiveAndItsCreditCodeInUpperCase(TestDatabase database) {
        try (CustomersEngine area = new CustomersEngine(database)) {
            RecordView made = area.customer(Map.of("name", "榫卯科技有限公司", "creditCode", " 91350100m000100y43 "));
            assertThat(made.json()).containsEntry("creditCode", "91350100M000100Y43").containsEntry("type", "customer").containsEntry("status", "active")
                .containsEntry("_title", "榫卯科技有限公司");
        }
    }

    @BothDatabases
    void aWrongCreditCodeIsRefusedAndNothingIsStored(TestDatabase database) {
        try (CustomersEngine area = new CustomersEngine(database)) {
            assertRefused("creditCode", "creditCode", () -> area.customer(Map.of("name", "A", "creditCode", "91350100M000100Y44")));
            assertThat(area.all(area.customers())).isEmpty();
        }
    }

    @BothDatabases
    void twoCustomersMayHaveOneNameAndCreditCode(TestDatabase database) {
        try (CustomersEngine area = new CustomersEngine(database)) {
            Map<String, String> values = Map.of("name", "同名公司", "creditCode", "91350100M000100Y43");
            area.customer(values);
            area.customer(values);
            assertThat(area.all(area.customers())).hasSize(2);
        }
    }

    @BothDatabases
    void aCompanyCannotStandAboveItselfOrItsOwnParent(TestDatabase database) {
        try (CustomersEngine area = new CustomersEngine(database)) {
            RecordView top = area.customer(Map.of("name", "集团"));
            RecordView middle = area.customer(Map.of("name", "省公司", "parentId", top.id().toString()));
            RecordView low = area.customer(Map.of("name", "市公司", "parentId", middle.id().toString()));
            for (RecordView below : new RecordView[] {top, middle, low}) {
                assertRefused("parentId", "circle", () -> area.as(() -> area.customers().update(top.id(), 1, Map.of("parentId", below.id().toString()))));
            }
            assertThat(area.now(area.customers(), top)).doesNotContainKey("parentId").containsEntry("version", 1);
        }
    }

    @BothDatabases
    void groupsAreAsDeepAsTwentyLevels(TestDatabase database) {
        try (CustomersEngine area = new CustomersEngine(database)) {
            RecordView above = area.customer(Map.of("name", "0"));
            for (int level = 1; level < CustomerRules.MAX_LEVELS; level++) {
                above = area.customer(Map.of("name", "" + level, "parentId", above.id().toString()));
            }
            RecordView deepest = area.customer(Map.of("name", "20", "parentId", above.id().toString()));
            assertRefused("parentId", "circle", () -> area.customer(Map.of("name", "21", "parentId", deepest.id().toString())));
        }
    }

    @BothDatabases
    void peopleCannotWriteTheDatesOfContact(TestDatabase database) {
        try (CustomersEngine area = new CustomersEngine(database)) {
            Caller administrator = new Caller(700, "Administrator", Locale.ENGLISH, false, null);
            area.engine().grant(700, new Grants(true, List.of(), List.of(), Set.of(), Set.of(), Set.of()), null);
            Map<String, String> values = Map.of("name", "A", "nextContactAt", "2027-01-01T00:00:00Z");
            assertRefused("nextContactAt", "readOnly", () -> administrator.run(() -> area.customers().create(values)));
        }
    }
}
