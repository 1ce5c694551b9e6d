package org.tenon.web.json;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.function.Function;
import javax.ws.rs.ext.ParamConverter;
import javax.ws.rs.ext.ParamConverterProvider;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.rest.JsonParam;

/** Path and query parameters of our own types. */
public final class Parameters implements ParamConverterProvider {

    private final Json json;

    public Parameters(Json json) {
        this.json = json;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        if (type == RecordId.class) {
            return (ParamConverter<T>) converter(RecordId::of);
        }
        if (type == JsonParam.class) {
            return (ParamConverter<T>) converter(this::parsed);
        }
        return null;
    }

    private JsonParam parsed(String text) {
        try {
            return new JsonParam(json.read(text));
        } catch (IOException e) {
            throw TenonException.unreadable("a parameter is not valid JSON");
        }
    }

    private static <T> ParamConverter<T> converter(Function<String, T> reading) {
        return new ParamConverter<>() {
            @Override
            public @Nullable T fromString(@Nullable String text) {
                return text == null || text.isEmpty() ? null : reading.apply(text);
            }

            @Override
            public String toString(T value) {
                return value.toString();
            }
        };
    }
}
