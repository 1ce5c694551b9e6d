package org.tenon.records.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tenon.records.write.Forest.asKeeper;
import static org.tenon.records.write.Forest.tree;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordView;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.TestDatabase;

class WritingTest {

    private final TestDatabase database;
    private Forest forest;

    WritingTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        forest = new Forest(database);
    }

    @AfterEach
    void close() {
        forest.close();
    }

    @BothDatabases
    void everyTypeOfFieldIsStoredChangedAndEmptied() {
        RecordView parent = asKeeper(() -> forest.trees().create(tree("母树")));
        Map<String, Object> first = everything(parent.id(), 1);
        Map<String, Object> second = everything(parent.id(), 2);

        RecordView made = asKeeper(() -> forest.trees().create(first));
        assertThat(made.json()).containsAllEntriesOf(first);
        assertThat(made.version()).isEqualTo(1);

        for (Map.Entry<String, Object> entry : second.entrySet()) {
            int version = asKeeper(() -> forest.trees().get(made.id())).version();
            RecordView changed = asKeeper(() -> forest.trees().update(made.id(), version, Map.of(entry.getKey(), entry.getValue())));
            assertThat(changed.json()).containsEntry(entry.getKey(), entry.getValue());
            assertThat(changed.version()).as(entry.getKey()).isEqualTo(version + 1);
        }
        assertThat(asKeeper(() -> forest.trees().get(made.id())).json()).containsAllEntriesOf(second);

        for (String field : second.keySet()) {
            if (!field.equals("name") && !field.equals("tall")) {
                int version = asKeeper(() -> forest.trees().get(made.id())).version();
                Map<String, Object> empty = new HashMap<>();
                empty.put(field, null);
                RecordView changed = asKeeper(() -> forest.trees().update(made.id(), version, empty));
                assertThat(changed.json().get(field)).as(field).isNull();
                assertThat(changed.version()).as(field).isEqualTo(version + 1);
            }
        }
    }

    private static Map<String, Object> everything(RecordId parent, int n) {
        boolean one = n == 1;
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("name", one ? "橡树" : "🌳 Oak");
        all.put("origin", "inherited " + n);
        all.put("story", ("lazy and long " + n + "\n").repeat(3).strip());
        all.put("code", "C" + n);
        all.put("notes", "two\nlines " + n);
        all.put("article", "<p>b<b>o</b>ld " + n + "</p>");
        all.put("age", one ? 100L : 5000L);
        all.put("rings", (long) n);
        all.put("height", one ? "12.5000" : "0.0001");
        all.put("price", Map.of("amount", one ? "99.9900" : "1.0000", "currency", one ? "CNY" : "USD"));
        all.put("evergreen", one);
        all.put("tall", one);
        all.put("planted", one ? "2026-11-23" : "1999-02-28");
        all.put("watered", one ? "09:30:00" : "23:59:59");
        all.put("seen", one ? "2026-11-23T01:30:00Z" : "2026-11-23T01:30:00.123456Z");
        all.put("kind", one ? "oak" : "fir");
        all.put("uses", one ? List.of("timber") : List.of("shade", "timber"));
        all.put("parent", parent.toString());
        all.put("about", Map.of("type", "sample.tree", "id", parent.toString()));
        all.put("siblings", List.of(parent.toString()));
        all.put("keeper", RecordId.text(10 + n));
        all.put("station", RecordId.text(20 + n));
        all.put("phone", one ? "+86 21 6358-3907" : "(010) 8888 8888 转 123");
        all.put("email", "a" + n + "@b.example");
        all.put("phones", List.of(Map.of("kind", "office", "value", "021-6358390" + n)));
        all.put("emails", List.of(Map.of("kind", "work", "value", "a" + n + "@b.example"), Map.of("kind", "other", "value", "c@d.example")));
        all.put("site", "https://a" + n + ".example/x?y=1");
        all.put("region", one ? "440106" : "31");
        all.put("tags", one ? List.of("a", "b") : List.of("b"));
        if (!one) {
            all.remove("parent");
            all.remove("siblings");
            all.remove("about");
        }
        return all;
    }
}
