package org.tenon.records.custom;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.tenon.sdk.text.TextSource;

/** Labels and help of custom fields, under the keys declared fields have: {@code <type's simple name>.<field>} and that with {@code .help}. */
@Component(service = {TextSource.class, CustomTexts.class})
public final class CustomTexts implements TextSource {

    private volatile Map<String, Map<String, String>> texts = Map.of();

    @Override
    public Optional<String> text(String area, String key, Locale locale) {
        Map<String, String> found = texts.get(area + "." + key);
        return found == null ? Optional.empty() : Languages.of(found, locale);
    }

    void show(List<Definition> definitions) {
        Map<String, Map<String, String>> fresh = new HashMap<>();
        for (Definition each : definitions) {
            fresh.put(each.type() + "." + each.key(), each.settings().labels());
            fresh.put(each.type() + "." + each.key() + ".help", each.settings().help());
        }
        texts = Map.copyOf(fresh);
    }
}
