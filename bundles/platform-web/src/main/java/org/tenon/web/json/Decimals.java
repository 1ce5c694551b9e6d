package org.tenon.web.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.math.BigDecimal;

/** Decimals, written as strings so that no reader rounds them; numbers are understood too. */
final class Decimals extends StdScalarDeserializer<BigDecimal> {

    private static final long serialVersionUID = 1L;
    /** Far beyond any amount; keeps {@code 1e999999999} from filling the memory. */
    private static final int MOST_DIGITS = 100;

    Decimals() {
        super(BigDecimal.class);
    }

    @Override
    public BigDecimal deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.currentToken() != null && parser.currentToken().isNumeric()) {
            BigDecimal number = parser.getDecimalValue();
            return sensible(number) ? number : (BigDecimal) context.handleWeirdNumberValue(BigDecimal.class, 0, "too large or too small");
        }
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (BigDecimal) context.handleUnexpectedToken(BigDecimal.class, parser);
        }
        String text = parser.getText();
        try {
            BigDecimal number = text.length() > MOST_DIGITS ? null : new BigDecimal(text);
            if (number != null && sensible(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            return (BigDecimal) context.handleWeirdStringValue(BigDecimal.class, text, "no decimal number");
        }
        return (BigDecimal) context.handleWeirdStringValue(BigDecimal.class, text, "too large or too small");
    }

    static boolean sensible(BigDecimal number) {
        return Math.abs((long) number.scale()) <= MOST_DIGITS && number.precision() <= MOST_DIGITS;
    }
}
