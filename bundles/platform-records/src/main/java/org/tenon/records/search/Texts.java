package org.tenon.records.search;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.record.FieldInfo;
import org.tenon.sdk.record.FieldType;
import org.tenon.sdk.text.PlainText;

/** What is written in a field, as plain texts. */
final class Texts {

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
        return List.of(field.type() == FieldType.RICH_TEXT ? PlainText.of(text) : text);
    }
}
