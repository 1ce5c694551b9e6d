package org.example.loyalty;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tenon.sdk.shell.MenuContribution;
import org.tenon.sdk.shell.MenuItem;

/** A menu of its own, after those of the customers. */
@Component
public final class LoyaltyMenu implements MenuContribution {

    private static final String GROUP = "loyalty";

    @Override
    public String area() {
        return "loyalty";
    }

    @Override
    public List<MenuItem> items() {
        return List.of(MenuItem.group(GROUP, 200, "shop"),
            MenuItem.of("loyalty.top", GROUP, 10, "/loyalty/top", "loyalty.account:read"),
            MenuItem.of("loyalty.accounts", GROUP, 20, "/loyalty/accounts", "loyalty.account:read"),
            MenuItem.of("loyalty.entries", GROUP, 30, "/loyalty/entries", "loyalty.entry:read"),
            MenuItem.of("loyalty.rewards", GROUP, 40, "/loyalty/rewards", "loyalty.reward:read"));
    }
}
