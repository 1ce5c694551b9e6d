package org.tenon.shell.contributions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tenon.sdk.identity.Grants;
import org.tenon.sdk.identity.Grants.RecordGrant;
import org.tenon.sdk.identity.Scope;
import org.tenon.sdk.shell.MenuContribution;
import org.tenon.sdk.shell.MenuItem;

class MenuTest {

    private static final MenuContribution CUSTOMERS = area("customers", MenuItem.group("sales", 10, "team"),
            MenuItem.of("customers.list", "sales", 20, "/customers/customers", "customers.customer:read"));
    private static final MenuContribution ORDERS = area("orders", MenuItem.group("sales", 10, "cart"),
            MenuItem.of("orders.list", "sales", 15, "/orders/orders", "orders.order:read"));

    private final Menu menu = new Menu();

    @Test
    void entriesComeInTheirOrderAndAGroupOfTwoAreasIsOne() {
        menu.add(ORDERS);
        menu.add(CUSTOMERS);
        assertThat(menu.items()).extracting(owned -> owned.area() + " " + owned.item().id())
                .containsExactly("customers sales", "orders orders.list", "customers customers.list");
    }

    @Test
    void anAreaThatGoesTakesItsEntriesAlong() {
        menu.add(CUSTOMERS);
        menu.add(ORDERS);
        long before = menu.revision();
        menu.remove(CUSTOMERS);
        assertThat(menu.items()).extracting(owned -> owned.item().id()).containsExactly("sales", "orders.list");
        assertThat(menu.revision()).isGreaterThan(before);
    }

    @Test
    void anEntryIsForThoseWithItsPermission() {
        Rights seller = new Rights(new Grants(false, List.of(new RecordGrant("Sales", "customers.customer", "read", Scope.OWN, Set.of())), List.of(),
                Set.of("plugins:manage"), Set.of(), Set.of()));
        assertThat(seller.allow("member")).isTrue();
        assertThat(seller.allow("plugins:manage")).isTrue();
        assertThat(seller.allow("customers.customer:read")).isTrue();
        assertThat(seller.allow("customers.customer:delete")).isFalse();
        assertThat(seller.allow("orders.order:read")).isFalse();
        assertThat(seller.allow("other:manage")).isFalse();
    }

    @Test
    void administratorsSeeEverythingNobodySeesWhatIsForMembers() {
        assertThat(new Rights(new Grants(true, List.of(), List.of(), Set.of(), Set.of(), Set.of())).allow("orders.order:read")).isTrue();
        assertThat(new Rights(Grants.NONE).allow("orders.order:read")).isFalse();
    }

    private static MenuContribution area(String name, MenuItem... items) {
        return new MenuContribution() {
            @Override
            public String area() {
                return name;
            }

            @Override
            public List<MenuItem> items() {
                return List.of(items);
            }
        };
    }
}
