package org.tenon.customers;

import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.tenon.customers.customer.Customer;
import org.tenon.sdk.shell.DashboardContribution;
import org.tenon.sdk.shell.DashboardWidget;

/** What a member sees of customers on arriving: whom to call today, what changed, how many there are. */
@Component
public final class CustomersDashboard implements DashboardContribution {

    private static final Map<String, ?> MINE = test("==", "ownerId", Map.of("caller", "member"));
    private static final Map<String, ?> BEFORE_TOMORROW = test("<", "nextContactAt", Map.of("period", "following", "unit", "day"));

    @Override
    public String area() {
        return "customers";
    }

    @Override
    public List<DashboardWidget> widgets() {
        return List.of(
            DashboardWidget.count("customers.mine", Customer.TYPE, 10, MINE),
            DashboardWidget.count("customers.new", Customer.TYPE, 20, test("==", "createdAt", Map.of("period", "this", "unit", "month"))),
            DashboardWidget.list("customers.today", Customer.TYPE, 30, Map.of("and", List.of(MINE, BEFORE_TOMORROW)), "nextContactAt",
                List.of("level", "phones", "nextContactAt")),
            DashboardWidget.list("customers.changed", Customer.TYPE, 40, null, "-updatedAt", List.of("updatedBy", "updatedAt")));
    }

    private static Map<String, ?> test(String operator, String field, Object value) {
        return Map.of(operator, List.of(Map.of("var", field), value));
    }
}
