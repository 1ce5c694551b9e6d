package org.tenon.web.problem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonMappingException;

/** A JSON value that is understood but not accepted; the message is for people. */
public final class UnfitValue extends JsonMappingException {

    private static final long serialVersionUID = 1L;

    public UnfitValue(JsonParser parser, String message) {
        super(parser, message);
    }
}
