package org.tenon.records.search;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.record.FieldInfo;

/** What is written in a field, as plain texts. */
final class Texts {

    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    private Texts() {
    }

    /** True for fields that hold something written: any text, numbers dialled, addresses, tags. */
    static boolean in(FieldInfo field) {
        return switch (field.type()) {
            case TEXT, LONG_TEXT, RICH_TEXT, PHONE, EMAIL, URL, PHONES, EMAILS, TAGS -> true;
            default -> false;
        };
    }

    /** @param value as rows have it: text, or a list of texts or of {@code {"kind","value"}} */
    static List<String> of(FieldInfo field, @Nullable Object value) {
        if (value instanceof List<?> members) {
            return members.stream().map(member -> member instanceof Map<?, ?> map ? map.get("value") : member)
                    .filter(String.class::isInstance).map(String.class::cast).toList();
        }
        if (!(value instanceof String text)) {
            return List.of();
        }
        return List.of(field.type() == org.tenon.sdk.record.FieldType.RICH_TEXT ? plain(text) : text);
    }

    /** Sanitised HTML holds these entities for its own signs; others stay as they are. */
    private static String plain(String html) {
        return TAG.matcher(html).replaceAll(" ").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&nbsp;", " ").replace("&amp;", "&");
    }
}
