package org.tenon.records.dictionary;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tenon.sdk.shell.MenuContribution;
import org.tenon.sdk.shell.MenuItem;

/** Dictionaries among the settings. */
@Component
public final class DictionaryMenu implements MenuContribution {

    @Override
    public String area() {
        return "records";
    }

    @Override
    public List<MenuItem> items() {
        return List.of(MenuItem.of("records.dictionaries", "settings", 62, "/settings/dictionaries", DictionaryFunctions.DICTIONARIES));
    }
}
