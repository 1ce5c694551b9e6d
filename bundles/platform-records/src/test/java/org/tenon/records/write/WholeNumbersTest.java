package org.tenon.records.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tenon.records.write.Forest.asKeeper;
import static org.tenon.records.write.Forest.tree;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.record.RecordQuery;
import org.tenon.sdk.record.RecordView;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.TestDatabase;

/** Columns of 32 bits, which take no wider parameter on Derby. */
class WholeNumbersTest {

    private final TestDatabase database;
    private Forest forest;

    WholeNumbersTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        forest = new Forest(database);
        for (long rings : List.of(7L, 3L, 5L)) {
            Map<String, Object> values = new HashMap<>(tree("rings " + rings));
            values.put("rings", rings);
            asKeeper(() -> forest.trees().create(values));
        }
    }

    @AfterEach
    void close() {
        forest.close();
    }

    @BothDatabases
    void listsAreSortedByThemEitherWay() {
        assertThat(sorted("rings")).containsExactly(3, 5, 7);
        assertThat(sorted("-rings")).containsExactly(7, 5, 3);
    }

    @BothDatabases
    void aNumberNoColumnHoldsIsRefusedOrFindsNothing() {
        Object condition = Map.of("==", List.of(Map.of("var", "rings"), 9_999_999_999L));
        RecordQuery query = RecordQuery.first(10).where(condition);
        try {
            assertThat(asKeeper(() -> forest.trees().page(query)).items()).isEmpty();
        } catch (TenonException refused) {
            assertThat(refused.kind()).isEqualTo(Kind.INVALID);
        }
        Map<String, Object> values = new HashMap<>(tree("too many"));
        values.put("rings", 9_999_999_999L);
        assertThatThrownBy(() -> asKeeper(() -> forest.trees().create(values))).isInstanceOfSatisfying(TenonException.class,
            refused -> assertThat(refused.errors()).anyMatch(error -> error.field().equals("rings")));
    }

    private List<Integer> sorted(String order) {
        List<RecordView> items = asKeeper(() -> forest.trees().page(RecordQuery.first(10).sortedBy(order))).items();
        return items.stream().map(view -> ((Number) view.json().get("rings")).intValue()).toList();
    }
}
