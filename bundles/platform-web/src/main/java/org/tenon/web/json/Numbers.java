package org.tenon.web.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.math.BigDecimal;
import org.tenon.web.problem.UnfitValue;

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
                default -> throw new UnfitValue(parser, Decimals.BEYOND);
            };
        }
        if (parser.hasToken(JsonToken.VALUE_NUMBER_FLOAT)) {
            BigDecimal number = parser.getDecimalValue();
            if (!Decimals.sensible(number)) {
                throw new UnfitValue(parser, Decimals.BEYOND);
            }
            return number;
        }
        return (Number) context.handleUnexpectedToken(Number.class, parser);
    }
}
