package org.tenon.records.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.conditions.Condition;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordPage;
import org.tenon.sdk.record.RecordQuery;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.TestDatabase;

/** The shared vectors of conditions, answered by the database. */
class VectorsInSqlTest {

    record Vectors(String about, List<Map<String, Object>> fields, Map<String, String> departments, List<Map<String, Object>> rows,
                   List<Map<String, Object>> vectors) {
    }

    @BothDatabases
    void everyVectorHoldsInSql(TestDatabase database) throws IOException {
        ObjectMapper json = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.USE_LONG_FOR_INTS);
        Vectors vectors;
        try (InputStream in = Condition.class.getResourceAsStream("vectors.json")) {
            vectors = json.readValue(in, Vectors.class);
        }
        try (Things things = new Things(database)) {
            vectors.rows().forEach(things::store);
            vectors.departments().forEach((id, parent) -> {
                if (parent != null) {
                    things.parents.put(RecordId.of(id).value(), RecordId.of(parent).value());
                }
            });
            SoftAssertions all = new SoftAssertions();
            for (Map<String, Object> vector : vectors.vectors()) {
                check(things, vector, all);
            }
            all.assertAll();
            assertThat(vectors.vectors()).hasSizeGreaterThan(60);
        }
    }

    private static void check(Things things, Map<String, Object> vector, SoftAssertions all) {
        String name = (String) vector.get("name");
        RecordQuery query = RecordQuery.first(100).where(vector.get("condition")).sortedBy("id");
        if (vector.containsKey("error")) {
            TenonException refusal = catchThrowableOfType(TenonException.class, () -> page(things, query));
            all.assertThat(refusal).as(name).isNotNull();
            all.assertThat(refusal.errors().get(0).field()).as(name).isEqualTo(vector.get("error"));
        } else {
            try {
                RecordPage page = page(things, withTotal(query));
                all.assertThat(things.ids(page)).as(name).isEqualTo(vector.get("expect"));
                all.assertThat(page.total().count()).as(name).isEqualTo(((List<?>) vector.get("expect")).size());
            } catch (RuntimeException e) {
                all.fail(name, e);
            }
        }
    }

    private static RecordQuery withTotal(RecordQuery query) {
        return new RecordQuery(query.filter(), query.sort(), query.limit(), null, List.of(), null, true, false);
    }

    private static RecordPage page(Things things, RecordQuery query) {
        return Things.SYSTEM.run(() -> things.reader.page(things.model, query));
    }
}
