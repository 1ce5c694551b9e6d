package org.tenon.records.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tenon.records.imports.ImportOptions.Mode;
import org.tenon.records.imports.ImportOptions.Repeats;
import org.tenon.records.policy.RecordPolicy;
import org.tenon.records.policy.Row;
import org.tenon.records.query.RecordFinder;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.text.Labels;

/** Decides for each row whether it creates a record, changes one, or neither. For one import. */
final class Aims {

    /** Rows of a dry run whose keys are remembered, so that it sees repetitions within the file. */
    private static final int REMEMBERED = 200_000;

    private final Plan plan;
    private final Matcher matcher;
    private final Twins twins;
    private final RecordPolicy policy;
    private final Labels labels;
    private final boolean dry;
    /** What a dry run would have created so far: line by key, and rows by what they are compared by. */
    private final Map<String, Long> planned = new HashMap<>();
    private final Twins.Seen plannedTwins;

    /** @param dry whether nothing will be stored, so that rows must be compared with rows before them */
    Aims(Plan plan, RecordFinder finder, Twins twins, RecordPolicy policy, Labels labels, boolean dry) {
        this.plan = plan;
        this.matcher = new Matcher(plan, finder);
        this.twins = twins;
        this.policy = policy;
        this.labels = labels;
        this.dry = dry;
        this.plannedTwins = twins.new Seen();
    }

    /** Where the rows begin that say something of the same record as one before them, and so must be stored after it. */
    int apart(List<Reading> readings, int from) {
        Set<String> keys = new HashSet<>();
        Twins.Seen rows = twins.new Seen();
        for (int at = from; at < readings.size(); at++) {
            Reading reading = readings.get(at);
            String match = key(reading);
            if (match != null && !keys.add(match) || compared() && rows.twin(reading.values()) > 0) {
                return at;
            }
            if (compared()) {
                rows.add(reading.values(), reading.row().line());
            }
        }
        return readings.size();
    }

    private @Nullable String key(Reading reading) {
        return plan.options().mode() == Mode.CREATE ? null : matcher.key(reading);
    }

    /** Whether new rows are compared with what is there. */
    private boolean compared() {
        return plan.options().mode() != Mode.UPDATE && plan.options().repeats() != Repeats.CREATE;
    }

    /** @param readings rows that {@link #apart} lets be stored together */
    List<Aim> of(List<Reading> readings) {
        Mode mode = plan.options().mode();
        List<Reading> sound = Reading.notRefused(readings);
        Map<Reading, Aim> aims = new IdentityHashMap<>();
        List<Reading> fresh = new ArrayList<>();
        List<@Nullable Set<Long>> matches = mode == Mode.CREATE || sound.isEmpty() ? List.of() : matcher.of(sound);
        for (int i = 0; i < sound.size(); i++) {
            Reading reading = sound.get(i);
            Set<Long> ids = mode == Mode.CREATE ? Set.of() : matches.get(i);
            if (ids == null && mode == Mode.UPDATE) {
                aims.put(reading, refused(reading, "matchEmpty", List.of()));
            } else if (ids != null && ids.size() > 1) {
                aims.put(reading, refused(reading, "ambiguous", List.copyOf(ids)));
            } else if (ids != null && ids.size() == 1) {
                aims.put(reading, Aim.change(reading, ids.iterator().next()));
            } else if (mode == Mode.UPDATE) {
                aims.put(reading, refused(reading, "noMatch", List.of()));
            } else {
                fresh.add(reading);
            }
        }
        fresh(fresh, aims);
        return readings.stream().map(reading -> aims.getOrDefault(reading, Aim.create(reading, List.of(), 0, 0))).toList();
    }

    private void fresh(List<Reading> fresh, Map<Reading, Aim> aims) {
        boolean looked = compared() && !fresh.isEmpty();
        List<List<Row>> found = looked ? twins.of(fresh.stream().map(Reading::values).toList()) : List.of();
        for (int i = 0; i < fresh.size(); i++) {
            Reading reading = fresh.get(i);
            List<Row> rows = looked ? found.get(i) : List.of();
            Set<Long> seen = rows.isEmpty() ? Set.of() : policy.readable(Caller.current(), plan.model().info(), rows);
            List<Long> others = rows.stream().map(Row::id).filter(seen::contains).toList();
            int hidden = rows.size() - others.size();
            long line = planned(reading);
            aims.put(reading, aim(reading, others, hidden, line));
        }
    }

    private Aim aim(Reading reading, List<Long> others, int hidden, long line) {
        boolean repeats = !others.isEmpty() || hidden > 0 || line > 0;
        Repeats policyOfRepeats = plan.options().repeats();
        if (!repeats || policyOfRepeats == Repeats.CREATE && line == 0) {
            return Aim.create(reading, others, hidden, 0);
        }
        if (policyOfRepeats == Repeats.SKIP && !matched(reading, line)) {
            return Aim.done(reading, Outcome.skipped(reading.row(), others, hidden, line));
        }
        if (others.size() == 1) {
            return Aim.change(reading, others.get(0));
        }
        if (others.isEmpty() && hidden == 0) {
            return Aim.create(reading, others, 0, line);
        }
        return refused(reading, others.isEmpty() ? "hiddenTwin" : "ambiguous", others);
    }

    /** True if the row would change what the row of that line is to create, because the fields matched on say so. */
    private boolean matched(Reading reading, long line) {
        String key = key(reading);
        return line > 0 && key != null && Long.valueOf(line).equals(planned.get(key));
    }

    /** The line of a row before that this one repeats and that would have created a record; 0 for none, and always when rows are stored. */
    private long planned(Reading reading) {
        String key = dry ? key(reading) : null;
        Long line = key == null ? null : planned.get(key);
        return line != null ? line : dry && compared() ? plannedTwins.twin(reading.values()) : 0;
    }

    /** Remembers, in a dry run, that the row would create a record. */
    void creates(Reading reading) {
        String key = key(reading);
        if (key != null && planned.size() < REMEMBERED) {
            planned.putIfAbsent(key, reading.row().line());
        }
        if (compared()) {
            plannedTwins.add(reading.values(), reading.row().line());
        }
    }

    private Aim refused(Reading reading, String code, List<Long> others) {
        String ids = others.stream().limit(5).map(RecordId::text).collect(java.util.stream.Collectors.joining(", "));
        String reason = labels.text("records", "problem." + code, Caller.current().locale(), ids);
        return Aim.done(reading, Outcome.refused(reading.row(), new Refusal("", "", "", reason), others.stream().limit(5).toList()));
    }
}
