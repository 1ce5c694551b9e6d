package org.tenon.records.templates;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tenon.sdk.shell.MenuContribution;
import org.tenon.sdk.shell.MenuItem;

/** Templates among the settings. */
@Component
public final class TemplateMenu implements MenuContribution {

    @Override
    public String area() {
        return "records";
    }

    @Override
    public List<MenuItem> items() {
        return List.of(MenuItem.of("records.templates", "settings", 66, "/settings/templates", TemplateFunctions.TEMPLATES));
    }
}
