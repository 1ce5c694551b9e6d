package org.tenon.jobs.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.LRUMap;
import java.util.Map;
import org.tenon.sdk.TenonException;

/** Parameters, states and results as text. Safe for all threads. */
final class JobJson {

    /** What the columns hold. */
    private static final int MOST_CHARS = 20_000;
    private static final int CACHED_TYPES = 100;

    // The cache of types that mappers otherwise share would keep the classes of every area there ever was.
    private static final ObjectMapper JSON = JsonMapper.builder()
            .typeFactory(TypeFactory.defaultInstance().withCache(new LRUMap<>(CACHED_TYPES / 4, CACHED_TYPES))).build();
    private static final JavaType OBJECT = JSON.getTypeFactory().constructMapType(Map.class, String.class, Object.class);

    private JobJson() {
    }

    /** @throws TenonException INVALID if it is too long: who submits may have been given it by others */
    static String parameters(Map<String, ?> value) {
        try {
            return write("parameters", value);
        } catch (TooLong e) {
            throw TenonException.invalid("parameters", "tooLong", e.getMessage());
        }
    }

    private static final class TooLong extends IllegalArgumentException {

        private static final long serialVersionUID = 1L;

        TooLong(String message) {
            super(message);
        }
    }

    /** @param what for the message @throws IllegalArgumentException if it is too long or not JSON-ready */
    static String write(String what, Map<String, ?> value) {
        try {
            String json = JSON.writeValueAsString(value);
            if (json.length() > MOST_CHARS) {
                throw new TooLong("the job's %s has %d characters of JSON; at most %d are kept".formatted(what, json.length(), MOST_CHARS));
            }
            return json;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the job's " + what + " is not JSON-ready", e);
        }
    }

    static Map<String, Object> read(String json) {
        try {
            return JSON.readValue(json, OBJECT);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a job's row does not hold JSON", e);
        }
    }
}
