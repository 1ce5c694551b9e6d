package org.tenon.records.dictionary;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tenon.sdk.identity.PermissionContribution;

/** Who may change dictionaries, parameters and templates. */
@Component
public final class DictionaryFunctions implements PermissionContribution {

    public static final String DICTIONARIES = "records:dictionaries";

    @Override
    public String area() {
        return "records";
    }

    @Override
    public List<String> functions() {
        return List.of(DICTIONARIES);
    }
}
