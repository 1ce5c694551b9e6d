package org.tenon.records.exports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.record.RecordQuery;

/**
 * What a job was told to export.
 *
 * @param columns names of fields
 * @param codes   values and headers as REST has them instead of what people read
 */
record Order(String type, @Nullable Object filter, @Nullable String q, @Nullable String sort, List<String> columns, Format format, boolean codes) {

    /** Numbers of conditions are exact; those of job parameters need not come back so. */
    private static final ObjectMapper JSON = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_LONG_FOR_INTS).build();

    Map<String, @Nullable Object> parameters() {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("type", type);
        parameters.put("q", q);
        parameters.put("sort", sort);
        parameters.put("columns", columns);
        parameters.put("format", format.key());
        parameters.put("codes", codes);
        try {
            parameters.put("filter", filter == null ? null : JSON.writeValueAsString(filter));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        return parameters;
    }

    static Order of(Map<String, Object> parameters) {
        try {
            String filter = (String) parameters.get("filter");
            return new Order((String) parameters.get("type"), filter == null ? null : JSON.readValue(filter, Object.class), (String) parameters.get("q"),
                    (String) parameters.get("sort"), ((List<?>) parameters.get("columns")).stream().map(String::valueOf).toList(),
                    Format.of((String) parameters.get("format")), Boolean.TRUE.equals(parameters.get("codes")));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the filter of an export cannot be read", e);
        }
    }

    /** One page; the first one counts. */
    RecordQuery page(@Nullable String cursor) {
        return new RecordQuery(filter, sort, RecordQuery.MAX_LIMIT, cursor, columns, q, cursor == null, false);
    }

    /** Enough to see that it can be asked. */
    RecordQuery attempt() {
        return new RecordQuery(filter, sort, 1, null, columns, q, false, false);
    }
}
