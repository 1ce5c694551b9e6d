package org.tenon.web.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.math.BigDecimal;
import org.tenon.web.problem.UnfitValue;

/** Decimals, written as strings so that no reader rounds them; numbers are understood too. */
final class Decimals extends StdScalarDeserializer<BigDecimal> {

    static final String BEYOND = "the number is too large or too small";

    private static final long serialVersionUID = 1L;
    /** Far beyond any amount; keeps {@code 1e999999999} from filling the memory. */
    private static final int MOST_DIGITS = 100;

    Decimals() {
        super(BigDecimal.class);
    }

    @Override
    public BigDecimal deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        BigDecimal number;
        if (parser.hasToken(JsonToken.VALUE_STRING)) {
            number = parsed(parser, parser.getText());
        } else if (parser.hasToken(JsonToken.VALUE_NUMBER_INT) || parser.hasToken(JsonToken.VALUE_NUMBER_FLOAT)) {
            number = parser.getDecimalValue();
        } else {
            return (BigDecimal) context.handleUnexpectedToken(BigDecimal.class, parser);
        }
        if (!sensible(number)) {
            throw new UnfitValue(parser, BEYOND);
        }
        return number;
    }

    private static BigDecimal parsed(JsonParser parser, String text) throws UnfitValue {
        if (text.length() > MOST_DIGITS) {
            throw new UnfitValue(parser, BEYOND);
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new UnfitValue(parser, "this is no decimal number");
        }
    }

    static boolean sensible(BigDecimal number) {
        return Math.abs((long) number.scale()) <= MOST_DIGITS && number.precision() <= MOST_DIGITS;
    }
}
