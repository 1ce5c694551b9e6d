package org.tenon.web.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.LRUMap;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.lang.reflect.Type;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.tenon.sdk.TenonException;

/**
 * JSON as docs/rest.md has it. A mapper remembers every class it has seen, so {@link #forget()} starts a new one whenever a bundle's
 * classes go: a class loader that stays reachable is a leak. Safe for all threads.
 */
public final class Json {

    private static final int MOST_TYPES = 400;

    private volatile ObjectMapper mapper = create();

    /** Drops all that is known of classes. */
    public void forget() {
        mapper = create();
    }

    /**
     * Reads one value that fills the whole input.
     *
     * @throws TenonException UNREADABLE for an empty one
     * @throws IOException a {@link com.fasterxml.jackson.core.JsonProcessingException} for bad JSON, a
     *                     {@link java.nio.charset.CharacterCodingException} for broken UTF-8
     */
    public Object read(InputStream utf8, Type type) throws IOException {
        // Jackson's own decoder lets overlong and surrogate sequences pass
        Reader reader = new InputStreamReader(utf8, StandardCharsets.UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT));
        ObjectMapper present = mapper;
        try (JsonParser parser = present.createParser(reader)) {
            if (parser.nextToken() == null) {
                throw TenonException.unreadable("the body is empty");
            }
            return present.readerFor(present.constructType(type)).readValue(parser);
        }
    }

    /** Reads one value of any kind: maps, lists, strings, booleans, Long, BigDecimal. */
    public Object read(String json) throws IOException {
        return mapper.readValue(json, Object.class);
    }

    /** Writes UTF-8; the stream stays open. */
    public void write(OutputStream target, Object value) throws IOException {
        mapper.writeValue(target, value);
    }

    /** UTF-8. */
    public byte[] bytes(Object value) throws IOException {
        return mapper.writeValueAsBytes(value);
    }

    private static ObjectMapper create() {
        return JsonMapper.builder()
                // the cache of types that mappers otherwise share would keep the classes of every area there ever was
                .typeFactory(TypeFactory.defaultInstance().withCache(new LRUMap<>(MOST_TYPES / 4, MOST_TYPES)))
                .addModule(new JavaTimeModule())
                .addModule(new TenonModule())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(DeserializationFeature.USE_LONG_FOR_INTS)
                .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
                .build();
    }
}
