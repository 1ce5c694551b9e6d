package org.tenon.sdk.conditions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.record.FieldInfo;
import org.tenon.sdk.record.FieldType;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.TypeInfo;

/** The shared vectors, evaluated in Java. */
class ConditionsTest {

    record Vectors(String about, List<Map<String, String>> fields, Map<String, String> departments, Map<String, Map<String, String>> choices, Asker present, List<Map<String, Object>> rows,
                   List<Map<String, Object>> vectors) {
    }

    record Asker(String now, String zone, String member, List<String> departments) {
    }

    @TestFactory
    Stream<DynamicTest> everyVectorHoldsInJava() throws IOException {
        ObjectMapper json = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.USE_LONG_FOR_INTS);
        Vectors vectors;
        try (InputStream in = Condition.class.getResourceAsStream("vectors.json")) {
            vectors = json.readValue(in, Vectors.class);
        }
        Map<String, FieldInfo> fields = new LinkedHashMap<>();
        vectors.fields().forEach(field -> fields.put(field.get("name"), info(field)));
        Conditions conditions = new Conditions(id -> {
            String above = vectors.departments().get(RecordId.text(id));
            return above == null ? 0 : RecordId.of(above).value();
        }, (type, id) -> vectors.rows().stream().filter(row -> RecordId.text(id).equals(row.get("id"))).findFirst().map(row -> row),
                (dictionary, value) -> vectors.choices().get(dictionary).get(value));
        TypeInfo thing = new TypeInfo("test.thing", "test", "thing", "things", "", "", "name", "id", true, List.copyOf(fields.values()), List.of(),
                List.of(), List.of(), null);
        Function<String, Optional<TypeInfo>> types = name -> Optional.of(thing).filter(type -> type.name().equals(name));
        Present present = present(vectors);
        return vectors.vectors().stream().map(vector -> DynamicTest.dynamicTest((String) vector.get("name"), () -> {
            if (vector.containsKey("error")) {
                TenonException refusal = catchThrowableOfType(TenonException.class,
                        () -> ConditionParser.parse(vector.get("condition"), thing::field, types));
                assertThat(refusal).isNotNull();
                assertThat(refusal.kind()).isEqualTo(Kind.INVALID);
                assertThat(refusal.errors().get(0).field()).isEqualTo(vector.get("error"));
            } else {
                Condition condition = present.resolve(ConditionParser.parse(vector.get("condition"), thing::field, types));
                List<Object> found = new ArrayList<>();
                for (Map<String, Object> row : vectors.rows()) {
                    if (conditions.test(condition, row)) {
                        found.add(row.get("id"));
                    }
                }
                assertThat(found).isEqualTo(vector.get("expect"));
            }
        }));
    }

    private static Present present(Vectors vectors) {
        Set<Long> mine = vectors.present().departments().stream().map(id -> RecordId.of(id).value()).collect(Collectors.toSet());
        Set<Long> below = new HashSet<>(mine);
        for (int level = 0; level < 10; level++) {
            vectors.departments().forEach((id, above) -> {
                if (above != null && below.contains(RecordId.of(above).value())) {
                    below.add(RecordId.of(id).value());
                }
            });
        }
        return new Present(Instant.parse(vectors.present().now()), ZoneId.of(vectors.present().zone()), RecordId.of(vectors.present().member()).value(),
                mine, below);
    }

    private static FieldInfo info(Map<String, String> field) {
        FieldType type = Arrays.stream(FieldType.values()).filter(each -> each.key().equals(field.get("type"))).findFirst().orElseThrow();
        return new FieldInfo(field.get("name"), type, field.get("name"), false, false, 0, Long.MIN_VALUE, field.get("dictionary"), field.get("reference"), 0, true,
                false, 0, false, false, null, false);
    }
}
