package org.tenon.records.custom;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tenon.sdk.identity.PermissionContribution;

/** Who may add fields and arrange forms. */
@Component
public final class FieldFunctions implements PermissionContribution {

    public static final String FIELDS = "records:fields";

    @Override
    public String area() {
        return "records";
    }

    @Override
    public List<String> functions() {
        return List.of(FIELDS);
    }
}
