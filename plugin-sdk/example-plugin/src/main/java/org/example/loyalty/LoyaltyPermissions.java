package org.example.loyalty;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tenon.sdk.identity.PermissionContribution;

/** Who may spend customers' points. */
@Component
public final class LoyaltyPermissions implements PermissionContribution {

    public static final String REDEEM = "loyalty:redeem";

    @Override
    public String area() {
        return "loyalty";
    }

    @Override
    public List<String> functions() {
        return List.of(REDEEM);
    }
}
