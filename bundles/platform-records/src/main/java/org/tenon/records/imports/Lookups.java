package org.tenon.records.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tenon.records.model.FieldModel;
import org.tenon.records.model.RecordModel;
import org.tenon.records.model.RecordModels;
import org.tenon.records.policy.RecordPolicy;
import org.tenon.records.query.RecordFinder;
import org.tenon.records.query.RecordFinder.Found;
import org.tenon.records.query.RecordTitles;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.Problems;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.text.Titles;

/** Finds the records that cells name, by title or by a field of theirs, for a chunk of rows with one query a column. For one import. */
final class Lookups {

    private record Key(String type, String by) {
    }

    private final RecordModels models;
    private final RecordFinder finder;
    private final RecordPolicy policy;
    /** Folded text → ids; a text that was looked up in vain has none. */
    private final Map<Key, Map<String, Set<Long>>> known = new HashMap<>();

    Lookups(RecordModels models, RecordFinder finder, RecordPolicy policy) {
        this.models = models;
        this.finder = finder;
        this.policy = policy;
    }

    /** The type that a field refers to. */
    static String type(FieldModel field) {
        return switch (field.type()) {
            case MEMBER -> "identity.member";
            case DEPARTMENT -> "identity.department";
            default -> String.valueOf(field.info().reference());
        };
    }

    /** The field records are known by; null if the caller may not look at it. */
    @Nullable FieldModel known(RecordModel model, @Nullable String by) {
        FieldModel field = by == null ? model.title() : model.field(by).orElse(null);
        boolean open = by == null && RecordTitles.OPEN.contains(model.name());
        boolean clear = field != null && (open || policy.access(Caller.current(), model.info()).level(field.info()).clear());
        return clear && RecordFinder.findable(field) ? field : null;
    }

    /** Looks the texts up at once. */
    void prepare(FieldModel field, @Nullable String by, Collection<String> texts) {
        RecordModel model = models.find(type(field)).orElse(null);
        FieldModel named = model == null ? null : known(model, by);
        if (model == null || named == null) {
            return;
        }
        Map<String, Set<Long>> found = known.computeIfAbsent(new Key(model.name(), named.name()), key -> new HashMap<>());
        List<String> fresh = texts.stream().filter(text -> !found.containsKey(fold(model, named, text))).distinct().toList();
        fresh.forEach(text -> found.put(fold(model, named, text), new LinkedHashSet<>()));
        boolean open = RecordTitles.OPEN.contains(model.name());
        for (Found each : open ? finder.all(model, named, fresh, List.of(named)) : finder.readable(model, named, fresh, List.of(named))) {
            Object value = named.name().equals(model.info().titleField()) ? each.title() : each.values().get(named.name());
            for (Object one : value instanceof List<?> list ? list : new ArrayList<>(java.util.Collections.singletonList(value))) {
                String text = one instanceof Map<?, ?> contact ? String.valueOf(contact.get("value")) : String.valueOf(one);
                found.getOrDefault(fold(model, named, text), new LinkedHashSet<>()).add(each.row().id());
            }
        }
    }

    /** The ids that {@link #prepare} found for all those texts. */
    Set<Long> ids(FieldModel field, @Nullable String by, Collection<String> texts) {
        RecordModel model = models.find(type(field)).orElse(null);
        FieldModel named = model == null ? null : known(model, by);
        Map<String, Set<Long>> found = named == null ? Map.of() : known.getOrDefault(new Key(model.name(), named.name()), Map.of());
        return named == null ? Set.of() : texts.stream().flatMap(text -> found.getOrDefault(fold(model, named, text), Set.of()).stream())
                .collect(Collectors.toSet());
    }

    /** The id the text is or names; the text itself if it is neither. Several records of the name are told to {@code problems}. */
    String id(FieldModel field, @Nullable String by, String text, Problems problems) {
        RecordModel model = models.find(type(field)).orElse(null);
        FieldModel named = model == null ? null : known(model, by);
        if (model == null || named == null) {
            return text;
        }
        Set<Long> ids = known.getOrDefault(new Key(model.name(), named.name()), Map.of()).getOrDefault(fold(model, named, text), Set.of());
        if (ids.size() > 1) {
            problems.refuse(field.name(), "ambiguous", ids.stream().limit(5).map(RecordId::text).collect(Collectors.joining(", ")));
        }
        return ids.size() == 1 ? RecordId.text(ids.iterator().next()) : text;
    }

    private static String fold(RecordModel model, FieldModel named, String text) {
        return named.name().equals(model.info().titleField()) ? Titles.fold(text) : text.strip();
    }
}
