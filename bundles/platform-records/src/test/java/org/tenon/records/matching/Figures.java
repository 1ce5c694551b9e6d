package org.tenon.records.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tenon.sdk.record.TypeInfo;

/** Finds the duplicates of a file by keys and scores, as the scan of a type does, and counts against the truth. */
final class Figures {

    record Pair(String a, String b) {

        static Pair of(String a, String b) {
            return a.compareTo(b) < 0 ? new Pair(a, b) : new Pair(b, a);
        }
    }

    final Set<Pair> found;
    final Set<Pair> truth;

    private Figures(Set<Pair> found, Set<Pair> truth) {
        this.found = found;
        this.truth = truth;
    }

    /** @param rows values by field, by the row's name */
    static Figures of(TypeInfo type, Map<String, Map<String, Object>> rows, Set<Pair> truth) {
        Map<String, Profile> profiles = new HashMap<>();
        Map<String, List<String>> buckets = new HashMap<>();
        rows.forEach((id, values) -> {
            Profile profile = Profile.of(type, values::get);
            profiles.put(id, profile);
            profile.blocks().forEach(block -> buckets.computeIfAbsent(block, key -> new ArrayList<>()).add(id));
        });
        Set<Pair> seen = new HashSet<>();
        Set<Pair> found = new HashSet<>();
        for (List<String> bucket : buckets.values()) {
            for (String a : bucket) {
                for (String b : bucket) {
                    if (a.compareTo(b) < 0 && seen.add(new Pair(a, b)) && profiles.get(a).compare(profiles.get(b)).likely()) {
                        found.add(new Pair(a, b));
                    }
                }
            }
        }
        return new Figures(found, truth);
    }

    double precision() {
        return (double) right() / found.size();
    }

    double recall() {
        return (double) right() / truth.size();
    }

    private long right() {
        return found.stream().filter(truth::contains).count();
    }

    @Override
    public String toString() {
        return "precision %.4f, recall %.4f (%d found, %d right, %d true)".formatted(precision(), recall(), found.size(), right(), truth.size());
    }
}
