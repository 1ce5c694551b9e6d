package org.tenon.web.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.math.BigDecimal;

/** Numbers of no declared type: whole ones as Long, others as BigDecimal; none that nobody could mean. */
final class Numbers extends StdScalarDeserializer<Number> {

    private static final long serialVersionUID = 1L;

    Numbers() {
        super(Number.class);
    }

    @Override
    public Number deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.hasToken(JsonToken.VALUE_NUMBER_INT)) {
            return switch (parser.getNumberType()) {
                case INT, LONG -> parser.getLongValue();
                default -> refuse(parser, context);
            };
        }
        if (parser.hasToken(JsonToken.VALUE_NUMBER_FLOAT)) {
            BigDecimal number = parser.getDecimalValue();
            return Decimals.sensible(number) ? number : refuse(parser, context);
        }
        return (Number) context.handleUnexpectedToken(Number.class, parser);
    }

    private static Number refuse(JsonParser parser, DeserializationContext context) throws IOException {
        return (Number) context.handleWeirdNumberValue(Number.class, parser.getNumberValueDeferred() instanceof Number n ? n : 0,
                "too large or too small");
    }
}
