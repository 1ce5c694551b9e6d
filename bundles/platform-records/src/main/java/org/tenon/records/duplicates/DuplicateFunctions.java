package org.tenon.records.duplicates;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tenon.sdk.identity.PermissionContribution;

/** Who may decide what duplicates mean, and who may store one that a rule blocks. */
@Component
public final class DuplicateFunctions implements PermissionContribution {

    public static final String RULES = "records:duplicates";
    public static final String OVERRIDE = "records:duplicatesOverride";

    @Override
    public String area() {
        return "records";
    }

    @Override
    public List<String> functions() {
        return List.of(RULES, OVERRIDE);
    }
}
