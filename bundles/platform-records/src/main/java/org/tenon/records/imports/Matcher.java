package org.tenon.records.imports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tenon.records.model.FieldModel;
import org.tenon.records.model.RecordModel;
import org.tenon.records.query.RecordFinder;
import org.tenon.records.query.RecordFinder.Found;
import org.tenon.sdk.text.Titles;

/** Finds the records that rows are about, among those the caller may read, by the fields the plan matches on. For one import. */
final class Matcher {

    private final Plan plan;
    private final RecordFinder finder;

    Matcher(Plan plan, RecordFinder finder) {
        this.plan = plan;
        this.finder = finder;
    }

    /** For each of the rows the ids of its records; null for a row that leaves a field empty which is matched on. */
    List<@Nullable Set<Long>> of(List<Reading> readings) {
        FieldModel by = plan.match().stream().max(Comparator.comparingInt(this::selective)).orElseThrow();
        List<Object> wanted = readings.stream().map(reading -> reading.value(by.name())).filter(Objects::nonNull)
                .flatMap(value -> value instanceof Collection<?> list ? list.stream() : java.util.stream.Stream.of(value)).collect(Collectors.toList());
        List<Found> found = finder.readable(plan.model(), by, wanted, fields());
        Map<String, List<Found>> byText = new HashMap<>();
        for (Found each : found) {
            texts(by, value(each, by)).forEach(text -> byText.computeIfAbsent(text, key -> new ArrayList<>()).add(each));
        }
        List<@Nullable Set<Long>> matches = new ArrayList<>();
        for (Reading reading : readings) {
            boolean complete = plan.match().stream().allMatch(field -> reading.value(field.name()) != null);
            matches.add(complete ? matches(reading, by, byText) : null);
        }
        return matches;
    }

    /** What rows share that are about the same record; null for a row that leaves a field empty which is matched on. */
    @Nullable String key(Reading reading) {
        StringBuilder key = new StringBuilder();
        for (FieldModel field : plan.match()) {
            Object value = reading.value(field.name());
            if (value == null) {
                return null;
            }
            key.append(field.name()).append('=').append(new TreeSet<>(texts(field, value))).append('\n');
        }
        return key.isEmpty() ? null : key.toString();
    }

    private Set<Long> matches(Reading reading, FieldModel by, Map<String, List<Found>> byText) {
        Set<Long> ids = new TreeSet<>();
        for (String text : texts(by, Objects.requireNonNull(reading.value(by.name())))) {
            for (Found each : byText.getOrDefault(text, List.of())) {
                if (plan.match().stream().allMatch(field -> same(field, reading, each))) {
                    ids.add(each.row().id());
                }
            }
        }
        return ids;
    }

    private boolean same(FieldModel field, Reading reading, Found found) {
        Object theirs = value(found, field);
        Set<String> mine = new HashSet<>(texts(field, Objects.requireNonNull(reading.value(field.name()))));
        mine.retainAll(theirs == null ? Set.of() : texts(field, theirs));
        return !mine.isEmpty();
    }

    private static @Nullable Object value(Found found, FieldModel field) {
        return field.name().equals("id") ? org.tenon.sdk.record.RecordId.text(found.row().id()) : found.values().get(field.name());
    }

    private Set<String> texts(FieldModel field, Object value) {
        if (value instanceof Map<?, ?>) {
            return Set.of(String.valueOf(value));
        }
        Set<String> texts = texts(plan.model(), field, value);
        return switch (field.type()) {
            case DECIMAL -> texts.stream().map(Matcher::plain).collect(Collectors.toSet());
            default -> texts;
        };
    }

    private static String plain(String number) {
        return number.matches("-?\\d+(\\.\\d+)?") ? new BigDecimal(number).stripTrailingZeros().toPlainString() : number;
    }

    private List<FieldModel> fields() {
        return plan.match().stream().filter(field -> !field.name().equals("id")).toList();
    }

    /** How few records probably share a value of the field, and how likely an index stands on it. */
    private int selective(FieldModel field) {
        if (field.name().equals("id")) {
            return 5;
        }
        if (field.name().equals(plan.model().info().titleField())) {
            return 4;
        }
        int indexed = field.info().duplicateKey() || field.type().multiple() ? 3 : field.info().filter() ? 1 : 0;
        return switch (field.type()) {
            case CHOICE, BOOLEAN, REGION -> 0;
            default -> indexed;
        };
    }

    /** What a value is compared by: its members, the title folded. */
    private static Set<String> texts(RecordModel model, FieldModel field, Object value) {
        Set<String> texts = new HashSet<>();
        for (Object one : value instanceof Collection<?> list ? list : List.of(value)) {
            String text = one instanceof Map<?, ?> contact ? String.valueOf(contact.get("value")) : String.valueOf(one);
            texts.add(field.name().equals(model.info().titleField()) ? Titles.fold(text) : text.strip());
        }
        return texts;
    }
}
