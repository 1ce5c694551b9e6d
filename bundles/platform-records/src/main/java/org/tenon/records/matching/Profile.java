package org.tenon.records.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tenon.records.matching.Score.Reason;
import org.tenon.sdk.record.FieldInfo;
import org.tenon.sdk.record.Match;
import org.tenon.sdk.record.TypeInfo;

/** A record as it is compared: the forms of its duplicate keys. Immutable. */
public final class Profile {

    private record Key(FieldInfo field, Match match, List<String> forms) {
    }

    private final Map<String, Key> keys = new LinkedHashMap<>();

    private Profile() {
    }

    /** @param value a field's value by its name, null for none */
    public static Profile of(TypeInfo type, Function<String, @Nullable Object> value) {
        Profile profile = new Profile();
        for (FieldInfo field : type.fields()) {
            Match match = field.match();
            if (match != null) {
                profile.keys.put(field.name(), new Key(field, match, Forms.of(match, value.apply(field.name()))));
            }
        }
        return profile;
    }

    /** The fields of a type that are compared. */
    public static List<FieldInfo> compared(TypeInfo type) {
        return type.fields().stream().filter(field -> field.match() != null).toList();
    }

    /** The same without the forms that the other has too. */
    public Profile without(Profile other) {
        Profile rest = new Profile();
        keys.forEach((name, key) -> {
            Key theirs = other.keys.get(name);
            List<String> forms = theirs == null ? key.forms() : key.forms().stream().filter(form -> !theirs.forms().contains(form)).toList();
            rest.keys.put(name, new Key(key.field(), key.match(), forms));
        });
        return rest;
    }

    public Score compare(Profile other) {
        return compare(other, Set.of());
    }

    /** @param without fields that say nothing */
    public Score compare(Profile other, Set<String> without) {
        int sum = 0;
        List<Reason> reasons = new ArrayList<>();
        for (Map.Entry<String, Key> entry : keys.entrySet()) {
            Key mine = entry.getValue();
            Key theirs = other.keys.get(entry.getKey());
            Degree degree = theirs == null || without.contains(entry.getKey()) ? Degree.UNKNOWN : Comparison.of(mine.match(), mine.forms(), theirs.forms());
            int points = Comparison.points(mine.match(), degree);
            sum += points;
            if (points > 0) {
                reasons.add(new Reason(entry.getKey(), mine.match().name().toLowerCase(java.util.Locale.ROOT), degree == Degree.SAME, points));
            }
        }
        reasons.sort(Comparator.comparing(Reason::points).reversed());
        return new Score(Math.max(0, Math.min(100, sum)), List.copyOf(reasons));
    }

    /** Keys under which a record that is probably the same is found: each as {@code <letter>:<text>}. */
    public List<String> blocks() {
        List<String> blocks = new ArrayList<>();
        for (Key key : keys.values()) {
            for (String form : key.forms()) {
                Blocks.add(key.field().name(), key.match(), form, blocks);
            }
        }
        return blocks.stream().distinct().toList();
    }
}
