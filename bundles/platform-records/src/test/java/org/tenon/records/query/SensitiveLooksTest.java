package org.tenon.records.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tenon.records.write.Forest.GUEST;
import static org.tenon.records.write.Forest.KEEPER;
import static org.tenon.records.write.Forest.asKeeper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.tenon.records.write.Forest;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordQuery;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.TestDatabase;

class SensitiveLooksTest {

    @BothDatabases
    void listsAreToldOfOnceWithTypeFieldsAndCount(TestDatabase database) {
        try (Forest forest = new Forest(database)) {
            List<String> log = new CopyOnWriteArrayList<>();
            List<RecordId> trees = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                String name = "tree " + i;
                trees.add(asKeeper(() -> forest.trees().create(Map.of("name", name, "phones", List.of(Map.of("kind", "office", "value", "021-63583907"))))).id());
            }
            try (SensitiveLooks looks = forest.engine().looks((kind, detail) -> log.add(kind + " " + detail))) {
                KEEPER.run(() -> forest.trees().page(RecordQuery.first(2)));
                KEEPER.run(() -> forest.trees().get(trees));
                KEEPER.run(() -> forest.trees().page(new RecordQuery(null, null, 2, null, List.of("name"), null, false, false)));
                looks.write();
                looks.write();
                // the writer comes by every three seconds too, and may have been between the two
                assertThat(log).isNotEmpty().allSatisfy(line -> assertThat(line).matches("records.listed sample.tree: \\d+ records in \\d lists, fields phones"));
                assertThat(log.stream().mapToInt(line -> Integer.parseInt(line.replaceAll("^.*: (\\d+) records.*", "$1"))).sum()).isEqualTo(5);
                assertThat(log.stream().mapToInt(line -> Integer.parseInt(line.replaceAll("^.* in (\\d+) lists.*", "$1"))).sum()).isEqualTo(2);
            }
        }
    }

    @BothDatabases
    void whoSeesThemMaskedIsNotToldOf(TestDatabase database) {
        try (Forest forest = new Forest(database)) {
            asKeeper(() -> forest.trees().create(Map.of("name", "oak", "phones", List.of(Map.of("kind", "office", "value", "021-63583907")))));
            List<String> log = new CopyOnWriteArrayList<>();
            try (SensitiveLooks looks = forest.engine().looks((kind, detail) -> log.add(kind))) {
                GUEST.run(() -> forest.trees().page(RecordQuery.first(2)));
                looks.write();
                assertThat(log).isEmpty();
            }
        }
    }
}
