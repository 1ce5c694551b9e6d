package org.tenon.shell.contributions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tenon.sdk.shell.DashboardContribution;
import org.tenon.sdk.shell.DashboardWidget;

class DashboardTest {

    private static final DashboardContribution CUSTOMERS = area("customers", DashboardWidget.count("customers.mine", "customers.customer", 20, null),
            DashboardWidget.count("customers.all", "customers.customer", 40, null));
    private static final DashboardContribution ORDERS = area("orders", DashboardWidget.list("orders.open", "orders.order", 30, null, "-createdAt", List.of()));

    private final Dashboard dashboard = new Dashboard();

    @Test
    void widgetsOfAllAreasStandInOneOrder() {
        dashboard.add(ORDERS);
        dashboard.add(CUSTOMERS);
        assertThat(dashboard.widgets()).extracting(owned -> owned.area() + " " + owned.widget().id())
                .containsExactly("customers customers.mine", "orders orders.open", "customers customers.all");
    }

    @Test
    void anAreaThatGoesTakesItsWidgetsAlong() {
        dashboard.add(CUSTOMERS);
        dashboard.add(ORDERS);
        long before = dashboard.revision();
        dashboard.remove(CUSTOMERS);
        assertThat(dashboard.widgets()).extracting(Dashboard.Owned::area).containsExactly("orders");
        assertThat(dashboard.revision()).isGreaterThan(before);
    }

    private static DashboardContribution area(String name, DashboardWidget... widgets) {
        return new DashboardContribution() {
            @Override
            public String area() {
                return name;
            }

            @Override
            public List<DashboardWidget> widgets() {
                return List.of(widgets);
            }
        };
    }
}
