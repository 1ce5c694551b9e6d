package org.tenon.records.templates;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tenon.sdk.identity.PermissionContribution;

/** Who may write templates. */
@Component
public final class TemplateFunctions implements PermissionContribution {

    public static final String TEMPLATES = "records:templates";

    @Override
    public String area() {
        return "records";
    }

    @Override
    public List<String> functions() {
        return List.of(TEMPLATES);
    }
}
