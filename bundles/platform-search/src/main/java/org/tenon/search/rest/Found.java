package org.tenon.search.rest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tenon.search.index.Shape;
import org.tenon.search.query.Marks;
import org.tenon.search.query.Marks.Mark;
import org.tenon.sdk.record.FieldInfo;
import org.tenon.sdk.record.FieldType;
import org.tenon.sdk.record.RecordView;
import org.tenon.sdk.record.TypeInfo;
import org.tenon.sdk.text.Labels;
import org.tenon.sdk.text.PlainText;

/** A record found, with the places where the words are. All of it comes from the caller's own view of the record, so it shows nothing hidden from them. */
final class Found {

    /** Characters shown before and after a place in a long text. */
    private static final int AROUND = 24;
    /** Places shown beside the title. */
    private static final int PLACES = 2;

    private final TypeInfo type;
    private final Labels labels;
    private final Locale locale;
    private final List<String> words;

    Found(TypeInfo type, Labels labels, Locale locale, List<String> words) {
        this.type = type;
        this.labels = labels;
        this.locale = locale;
        this.words = words;
    }

    Map<String, @Nullable Object> item(RecordView view) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        String title = String.valueOf(view.json().get("_title"));
        json.put("id", view.id().toString());
        json.put("title", title);
        json.put("marks", pairs(masked(view, type.titleField()) ? List.of() : Marks.in(title, words, true), 0));
        json.put("hint", hint(view));
        List<Map<String, Object>> places = new ArrayList<>();
        type.fields().stream().filter(field -> field.search() > 0 && !field.name().equals(type.titleField()) && !masked(view, field.name()))
                .sorted(Comparator.comparing(FieldInfo::search).reversed()).forEach(field -> places(view, field, places));
        json.put("places", places.subList(0, Math.min(PLACES, places.size())));
        return json;
    }

    private void places(RecordView view, FieldInfo field, List<Map<String, Object>> places) {
        for (String text : texts(view.json().get(field.name()), field)) {
            List<Mark> marks = Shape.dialled(field) ? Marks.dialled(text, words) : Marks.in(text, words, Shape.name(type, field));
            if (!marks.isEmpty()) {
                int from = Math.max(0, marks.get(0).from() - AROUND);
                int to = Math.min(text.length(), marks.get(0).to() + AROUND);
                List<Mark> inside = marks.stream().filter(mark -> mark.to() <= to).toList();
                places.add(Map.of("field", field.name(), "label", label(field), "text", (from > 0 ? "…" : "") + text.substring(from, to) + (to < text.length() ? "…" : ""),
                        "marks", pairs(inside, (from > 0 ? 1 : 0) - from)));
                return;
            }
        }
    }

    private static List<List<Integer>> pairs(List<Mark> marks, int shift) {
        return marks.stream().map(mark -> List.of(mark.from() + shift, mark.to() + shift)).toList();
    }

    private static List<String> texts(@Nullable Object value, FieldInfo field) {
        if (value instanceof List<?> list) {
            return list.stream().map(each -> each instanceof Map<?, ?> map ? map.get("value") : each).filter(Objects::nonNull).map(String::valueOf).toList();
        }
        if (!(value instanceof String text)) {
            return List.of();
        }
        return List.of(field.type() == FieldType.RICH_TEXT ? PlainText.of(text) : text);
    }

    private static boolean masked(RecordView view, String field) {
        return view.json().get("_masked") instanceof List<?> names && names.contains(field);
    }

    /** The first further column of the list that says something in a word. */
    private @Nullable String hint(RecordView view) {
        Map<?, ?> readable = view.json().get("_labels") instanceof Map<?, ?> map ? map : Map.of();
        return type.fields().stream().filter(field -> field.list() > 0 && !field.name().equals(type.titleField()) && !masked(view, field.name()))
                .sorted(Comparator.comparing(FieldInfo::list))
                .flatMap(field -> Stream.ofNullable(readable.get(field.name()) instanceof String label ? label
                        : field.type() == FieldType.TEXT && view.json().get(field.name()) instanceof String text ? text : null))
                .findFirst().orElse(null);
    }

    private String label(FieldInfo field) {
        return labels.find(type.area(), type.simpleName() + "." + field.name(), locale).orElseGet(() -> labels.text("records", "field." + field.name(), locale));
    }
}
