package org.tenon.records.duplicates;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.tenon.persistence.Db;
import org.tenon.records.duplicates.MatchTable.Entry;
import org.tenon.records.matching.Profile;
import org.tenon.records.matching.Score;
import org.tenon.records.model.FieldModel;
import org.tenon.records.model.RecordModel;
import org.tenon.records.query.PlainRows;
import org.tenon.records.query.PlainRows.Plain;

/** Looks for the twins of records in what is stored, past all policy. Safe for all threads. */
public final class Finder {

    /** Records one check compares with at most, and hits it answers. */
    private static final int CANDIDATES = 200;
    private static final int HITS = 20;

    /** A stored record that is probably the same. */
    public record Hit(Plain record, Score score) {
    }

    private final MatchTable keys;
    private final PlainRows rows;

    private final DuplicateRules rules;

    public Finder(Db db, DuplicateRules rules) {
        this.rules = rules;
        this.keys = new MatchTable(db);
        this.rows = new PlainRows(db);
    }

    /** The fields of the type that are compared; empty for a type without duplicates. */
    public static List<FieldModel> compared(RecordModel model) {
        return Profile.compared(model.info()).stream().map(field -> model.require(field.name())).toList();
    }

    /**
     * The stored records that each of these is probably the same as, the likeliest first; of those that are stored themselves never their own.
     * A few statements for all of them.
     *
     * @param wanted at most 500
     * @param worth  which scores count, beside those that a rule tells of
     */
    public List<List<Hit>> of(RecordModel model, List<Entry> wanted, Predicate<Score> worth) {
        MatchRules ruled = rules.of(model.name());
        Map<Long, List<Long>> sharing = keys.sharing(wanted);
        List<Set<Long>> candidates = new ArrayList<>();
        Set<Long> all = new HashSet<>();
        for (Entry entry : wanted) {
            Set<Long> ids = new HashSet<>();
            for (Long key : entry.keys()) {
                if (ids.size() < CANDIDATES) {
                    ids.addAll(sharing.getOrDefault(key, List.of()));
                }
            }
            ids.remove(entry.id());
            candidates.add(ids);
            all.addAll(ids);
        }
        Map<Long, Plain> stored = rows.read(model, compared(model), all);
        Map<Long, Profile> profiles = new HashMap<>();
        stored.forEach((id, row) -> profiles.put(id, Profile.of(model.info(), row.values()::get)));
        List<List<Hit>> hits = new ArrayList<>(wanted.size());
        for (int i = 0; i < wanted.size(); i++) {
            hits.add(hits(wanted.get(i).profile(), candidates.get(i), stored, profiles, ruled, worth));
        }
        return hits;
    }

    private static List<Hit> hits(Profile mine, Set<Long> candidates, Map<Long, Plain> stored, Map<Long, Profile> profiles,
                                  MatchRules ruled, Predicate<Score> worth) {
        Set<String> off = ruled.with(MatchRule.OFF);
        List<Hit> hits = new ArrayList<>();
        for (Long id : candidates) {
            Profile theirs = profiles.get(id);
            Score score = theirs == null ? null : mine.compare(theirs, off);
            if (score != null && (worth.test(score) || ruled.told(score))) {
                hits.add(new Hit(java.util.Objects.requireNonNull(stored.get(id)), score));
            }
        }
        hits.sort(Comparator.comparing((Hit hit) -> hit.score().points()).reversed().thenComparing(hit -> hit.record().row().id()));
        return hits.subList(0, Math.min(HITS, hits.size()));
    }
}
