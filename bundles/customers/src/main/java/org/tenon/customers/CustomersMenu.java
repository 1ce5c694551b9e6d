package org.tenon.customers;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tenon.sdk.shell.MenuContribution;
import org.tenon.sdk.shell.MenuItem;

/** The group 客户 and its three lists. */
@Component
public final class CustomersMenu implements MenuContribution {

    private static final String GROUP = "customers";

    @Override
    public String area() {
        return "customers";
    }

    @Override
    public List<MenuItem> items() {
        return List.of(
            MenuItem.group(GROUP, 10, "team"),
            MenuItem.of("customers.list", GROUP, 10, "/customers/customers", "customers.customer:read"),
            MenuItem.of("customers.contacts", GROUP, 20, "/customers/contacts", "customers.contact:read"),
            MenuItem.of("customers.contactLogs", GROUP, 30, "/customers/contact-logs", "customers.contactLog:read"));
    }
}
