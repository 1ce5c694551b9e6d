package sample.loyalty;

import java.util.List;
import org.tenon.sdk.identity.PermissionContribution;

/** One function. */
public class LoyaltyPermissions implements PermissionContribution {

    static final String ADJUST = "loyalty:adjust";

    @Override
    public String area() {
        return "loyalty";
    }

    @Override
    public List<String> functions() {
        return List.of(ADJUST);
    }
}
