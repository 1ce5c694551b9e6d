package org.tenon.web.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.function.Function;
import org.tenon.sdk.TenonException;
import org.tenon.web.problem.UnfitValue;

/**
 * Values written as JSON strings. Strings that no database takes are refused here, for all: those with a NUL, and halves of
 * characters (a lone surrogate).
 */
final class Texts<T> extends StdScalarDeserializer<T> {

    private static final long serialVersionUID = 1L;

    private final transient Function<String, T> reading;
    private final Class<T> type;

    Texts(Class<T> type, Function<String, T> reading) {
        super(type);
        this.type = type;
        this.reading = reading;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return type.cast(context.handleUnexpectedToken(type, parser));
        }
        String text = parser.getText();
        if (!sound(text)) {
            throw new UnfitValue(parser, "text cannot hold NUL characters or halves of characters");
        }
        try {
            return reading.apply(text);
        } catch (DateTimeException | TenonException e) {
            return type.cast(context.handleWeirdStringValue(type, text, "not in the form expected"));
        }
    }

    private static boolean sound(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return false;
            }
            if (Character.isHighSurrogate(c)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return false;
                }
            }
        }
        return true;
    }
}
