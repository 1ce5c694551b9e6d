package org.tenon.records.views;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tenon.sdk.identity.PermissionContribution;

/** {@code views:share}: showing one's views to departments, roles and everyone, and tending those that are shown. */
@Component
public final class ViewFunctions implements PermissionContribution {

    static final String SHARE = "views:share";

    @Override
    public String area() {
        return "records";
    }

    @Override
    public List<String> functions() {
        return List.of(SHARE);
    }
}
