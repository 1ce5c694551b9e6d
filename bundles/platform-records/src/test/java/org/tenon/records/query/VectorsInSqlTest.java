package org.tenon.records.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.conditions.Condition;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.identity.Grants;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordPage;
import org.tenon.sdk.record.RecordQuery;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.TestDatabase;

/** The shared vectors of conditions, answered by the database. */
class VectorsInSqlTest {

    record Vectors(String about, List<Map<String, Object>> fields, Map<String, String> departments, Map<String, Map<String, String>> choices, Asker present, List<Map<String, Object>> rows,
                   List<Map<String, Object>> vectors) {
    }

    /** Where the server is: not where the asker is. */
    private static final ZoneId ELSEWHERE = ZoneId.of("Pacific/Kiritimati");

    record Asker(String now, String zone, String member, List<String> departments) {
    }

    @BothDatabases
    void everyVectorHoldsInSql(TestDatabase database) throws IOException {
        ObjectMapper json = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.USE_LONG_FOR_INTS);
        Vectors vectors;
        try (InputStream in = Condition.class.getResourceAsStream("vectors.json")) {
            vectors = json.readValue(in, Vectors.class);
        }
        Asker asker = vectors.present();
        try (Things things = new Things(database, Clock.fixed(Instant.parse(asker.now()), ZoneOffset.UTC), ELSEWHERE)) {
            things.searched();
            things.choices(vectors.choices());
            vectors.rows().forEach(things::store);
            vectors.departments().forEach((id, parent) -> {
                if (parent != null) {
                    things.parents.put(RecordId.of(id).value(), RecordId.of(parent).value());
                }
            });
            Set<Long> mine = asker.departments().stream().map(id -> RecordId.of(id).value()).collect(Collectors.toSet());
            Set<Long> below = mine.stream().flatMap(id -> things.policy.below(id).stream()).collect(Collectors.toSet());
            long member = RecordId.of(asker.member()).value();
            things.grants.put(member, new Grants(true, List.of(), List.of(), Set.of(), mine, below));
            things.zones.put(member, ZoneId.of(asker.zone()));
            Caller caller = new Caller(member, "asker", Locale.ENGLISH, false, null);
            SoftAssertions all = new SoftAssertions();
            for (Map<String, Object> vector : vectors.vectors()) {
                check(things, caller, vector, all);
            }
            all.assertAll();
            assertThat(vectors.vectors()).hasSizeGreaterThan(180);
        }
    }

    private static void check(Things things, Caller caller, Map<String, Object> vector, SoftAssertions all) {
        String name = (String) vector.get("name");
        RecordQuery query = RecordQuery.first(100).where(vector.get("condition")).sortedBy("id");
        if (vector.containsKey("error")) {
            TenonException refusal = catchThrowableOfType(TenonException.class, () -> page(things, caller, query));
            all.assertThat(refusal).as(name).isNotNull();
            all.assertThat(refusal.errors().get(0).field()).as(name).isEqualTo(vector.get("error"));
        } else {
            try {
                RecordPage page = page(things, caller, withTotal(query));
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

    private static RecordPage page(Things things, Caller caller, RecordQuery query) {
        return caller.run(() -> things.reader.page(things.model, query));
    }
}
