package org.tenon.records.parameters;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tenon.sdk.identity.PermissionContribution;

/** Who may change parameters. */
@Component
public final class ParameterFunctions implements PermissionContribution {

    public static final String PARAMETERS = "records:parameters";

    @Override
    public String area() {
        return "records";
    }

    @Override
    public List<String> functions() {
        return List.of(PARAMETERS);
    }
}
