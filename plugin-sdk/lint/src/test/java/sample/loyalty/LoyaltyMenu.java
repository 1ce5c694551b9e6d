package sample.loyalty;

import java.util.List;
import org.tenon.sdk.shell.MenuContribution;
import org.tenon.sdk.shell.MenuItem;

/** A group and its entry. */
public class LoyaltyMenu implements MenuContribution {

    private static final String GROUP = "loyalty";

    @Override
    public String area() {
        return "loyalty";
    }

    @Override
    public List<MenuItem> items() {
        return List.of(MenuItem.group(GROUP, 30, "gift"), MenuItem.of("loyalty.points", GROUP, 10, "/loyalty/points", "loyalty.points:read"));
    }
}
