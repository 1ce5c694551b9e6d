package org.tenon.records.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tenon.records.duplicates.Duplicates;
import org.tenon.records.matching.Profile;
import org.tenon.records.model.RecordModel;
import org.tenon.records.policy.Row;

/** Says which records, stored or in the same file, new ones are most probably the same as; past all policy. For one import. */
final class Twins {

    private final Duplicates duplicates;
    private final RecordModel model;

    Twins(Duplicates duplicates, RecordModel model) {
        this.duplicates = duplicates;
        this.model = model;
    }

    /** For each of the records its stored twins, the likeliest first; a few statements for all of them. @param values JSON forms, at most 500 records */
    List<List<Row>> of(List<Map<String, Object>> values) {
        if (values.isEmpty() || !Duplicates.looksAt(model)) {
            return values.stream().map(each -> List.<Row>of()).toList();
        }
        return duplicates.of(model, values).stream()
                .map(hits -> hits.stream().filter(hit -> hit.score().likely()).map(hit -> hit.record().row()).toList()).toList();
    }

    /** Rows that were seen, to find later ones that repeat them. */
    final class Seen {

        /** Rows that are remembered, and rows that share a key and are compared: memory and time stay bounded. */
        private static final int ROWS = 200_000;
        private static final int ALIKE = 50;

        private record Row(Profile profile, long line) {
        }

        private final Map<String, List<Row>> rows = new HashMap<>();
        private int count;

        /** The line of a row that this one repeats; 0 if there is none. */
        long twin(Map<String, Object> values) {
            Profile mine = Profile.of(model.info(), values::get);
            for (String block : mine.blocks()) {
                for (Row row : rows.getOrDefault(block, List.of())) {
                    if (mine.compare(row.profile()).likely()) {
                        return row.line();
                    }
                }
            }
            return 0;
        }

        void add(Map<String, Object> values, long line) {
            if (count++ < ROWS) {
                Row row = new Row(Profile.of(model.info(), values::get), line);
                for (String block : row.profile().blocks()) {
                    List<Row> alike = rows.computeIfAbsent(block, key -> new ArrayList<>(1));
                    if (alike.size() < ALIKE) {
                        alike.add(row);
                    }
                }
            }
        }
    }
}
