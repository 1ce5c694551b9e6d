package org.tenon.records.imports;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tenon.sdk.identity.PermissionContribution;

/** {@code imports:manage}: seeing everybody's imports, ending them and taking them back. */
@Component
public final class ImportFunctions implements PermissionContribution {

    static final String MANAGE = "imports:manage";

    @Override
    public String area() {
        return "records";
    }

    @Override
    public List<String> functions() {
        return List.of(MANAGE);
    }
}
