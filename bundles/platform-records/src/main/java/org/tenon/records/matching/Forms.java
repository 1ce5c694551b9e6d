package org.tenon.records.matching;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tenon.records.dictionary.Places;
import org.tenon.sdk.record.Match;

/** The forms in which values are compared: equal forms are the same value, however written. */
final class Forms {

    /** A list of more numbers or addresses is compared by its first ones. */
    private static final int MOST = 20;

    private Forms() {
    }

    /** @param value as {@link org.tenon.records.query.RecordReader} or JSON has it: text, list of texts or of {@code {"value"}}, date, id; null for none */
    static List<String> of(Match match, @Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        Set<String> forms = new LinkedHashSet<>();
        for (Object each : value instanceof List<?> list ? list.subList(0, Math.min(MOST, list.size())) : List.of(value)) {
            String form = form(match, plain(each));
            if (!form.isEmpty()) {
                forms.add(form);
            }
        }
        return new ArrayList<>(forms);
    }

    /** Of a number or address with its kind the number, of a reference to any type the id. */
    private static String plain(@Nullable Object each) {
        if (each instanceof Map<?, ?> map) {
            Object part = map.get("value") != null ? map.get("value") : map.get("id");
            return part == null ? "" : String.valueOf(part);
        }
        return each == null ? "" : String.valueOf(each);
    }

    private static String form(Match match, String text) {
        return switch (match) {
            case PHONE -> Phones.fold(text);
            case EMAIL -> Emails.fold(text);
            case COMPANY -> CompanyName.core(text);
            case PERSON -> PersonName.parts(text);
            case ADDRESS -> Places.strip(Words.fold(text), 1);
            case DATE -> text.replaceAll("\\D", "");
            case REFERENCE, AUTO -> text;
            case CODE, ACCOUNT, TEXT -> Words.fold(text);
        };
    }
}
