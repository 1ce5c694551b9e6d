package org.tenon.web.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;

/** What was wrong with a JSON value, without the parser's class names. */
final class JsonRefusal {

    private JsonRefusal() {
    }

    static String of(JsonProcessingException json) {
        if (json instanceof UnfitValue) {
            return json.getOriginalMessage();
        }
        if (json instanceof UnrecognizedPropertyException) {
            return "there is no such field";
        }
        if (json instanceof InvalidFormatException format) {
            return "the value does not fit: " + shortened(String.valueOf(format.getValue()));
        }
        if (json instanceof MismatchedInputException) {
            return "the value is of a wrong type";
        }
        return "the value cannot be read";
    }

    private static String shortened(String value) {
        String clean = value.codePoints().map(c -> Character.isISOControl(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        return clean.length() <= 60 ? clean : clean.substring(0, 57) + "...";
    }
}
