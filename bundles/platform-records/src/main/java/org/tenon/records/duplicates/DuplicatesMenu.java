package org.tenon.records.duplicates;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tenon.sdk.shell.MenuContribution;
import org.tenon.sdk.shell.MenuItem;

/** Rules about duplicates among the settings. */
@Component
public final class DuplicatesMenu implements MenuContribution {

    @Override
    public String area() {
        return "records";
    }

    @Override
    public List<MenuItem> items() {
        return List.of(MenuItem.of("records.duplicates", "settings", 64, "/settings/duplicates", DuplicateFunctions.RULES));
    }
}
