package org.tenon.records.parameters;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tenon.sdk.shell.MenuContribution;
import org.tenon.sdk.shell.MenuItem;

/** Parameters among the settings. */
@Component
public final class ParameterMenu implements MenuContribution {

    @Override
    public String area() {
        return "records";
    }

    @Override
    public List<MenuItem> items() {
        return List.of(MenuItem.of("records.parameters", "settings", 64, "/settings/parameters", ParameterFunctions.PARAMETERS));
    }
}
