package org.tenon.records.templates;

import com.samskivert.mustache.BasicCollector;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.tenon.records.write.RichText;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.record.RecordView;

/**
 * Fills templates: {@code {{field}}}, {@code {{#field}}…{{/field}}} for what has a value and for each of several, {@code {{^field}}…{{/field}}} for
 * what has none. Values come from a view of a record, so they are what its reader may see; a placeholder nobody knows is empty. HTML is cleaned
 * after filling.
 */
final class Filler {

    private Filler() {
    }

    /** @throws TenonException INVALID, naming {@code field}, for a template that is written wrongly */
    static String fill(String field, String text, boolean html, Map<String, Object> values) {
        try {
            String filled = Mustache.compiler().escapeHTML(html).defaultValue("").strictSections(false).emptyStringIsFalse(true).withCollector(new Maps())
                    .compile(text).execute(values);
            return html ? RichText.clean(filled) : filled;
        } catch (MustacheException | UnsupportedOperationException e) {
            throw TenonException.invalid(field, "template", "the template is written wrongly: " + e.getMessage());
        }
    }

    /** The record's fields as people read them, several values each as {@code value} and {@code kind}. */
    static Map<String, Object> values(RecordView view) {
        Map<?, ?> labels = view.json().get("_labels") instanceof Map<?, ?> map ? map : Map.of();
        Map<String, Object> values = new HashMap<>();
        view.json().forEach((name, value) -> {
            Object label = labels.get(name);
            values.put(name.equals("_title") ? "title" : name, readable(label != null ? label : value));
        });
        return values;
    }

    private static Object readable(@Nullable Object value) {
        if (value instanceof List<?> list) {
            List<Object> each = new ArrayList<>();
            list.forEach(one -> each.add(one instanceof Map<?, ?> map ? map : Map.of("value", String.valueOf(one))));
            return each;
        }
        if (value instanceof Map<?, ?> money && money.get("amount") != null) {
            return money.get("amount") + " " + money.get("currency");
        }
        return value == null ? "" : value instanceof Boolean ? value : String.valueOf(value);
    }

    /** Looks into maps alone: a template must not reach the methods of objects. */
    private static final class Maps extends BasicCollector {

        @Override
        public Mustache.@Nullable VariableFetcher createFetcher(Object context, String name) {
            return context instanceof Map<?, ?> || name.equals("this") || name.equals(".") ? super.createFetcher(context, name) : null;
        }

        @Override
        public <K, V> Map<K, V> createFetcherCache() {
            return new ConcurrentHashMap<>();
        }
    }
}
