package org.tenon.records.custom;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tenon.sdk.shell.MenuContribution;
import org.tenon.sdk.shell.MenuItem;

/** Fields and forms among the settings. */
@Component
public final class FieldsMenu implements MenuContribution {

    @Override
    public String area() {
        return "records";
    }

    @Override
    public List<MenuItem> items() {
        return List.of(MenuItem.of("records.fields", "settings", 60, "/settings/fields", FieldFunctions.FIELDS));
    }
}
