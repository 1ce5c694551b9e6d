package org.tenon.plugins.refusal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.tenon.sdk.lint.text.Sentence;

/** Sentences as they are stored: {@code {"key":"…","with":["…",{…}]}}. */
public final class SentenceJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private SentenceJson() {
    }

    public static String text(Sentence sentence) {
        return node(sentence).toString();
    }

    public static JsonNode node(Sentence sentence) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("key", sentence.key());
        ArrayNode with = node.putArray("with");
        for (Object argument : sentence.arguments()) {
            if (argument instanceof Sentence part) {
                with.add(node(part));
            } else {
                with.add(argument.toString());
            }
        }
        return node;
    }

    /** What {@link #text} made; anything else is taken as it is written. */
    public static Sentence read(String text) {
        try {
            return text.startsWith("{") ? read(JSON.readTree(text)) : Sentence.verbatim(text);
        } catch (JsonProcessingException e) {
            return Sentence.verbatim(text);
        }
    }

    /** What {@link #node} made; a plain text is taken as it is written. */
    public static Sentence read(JsonNode node) {
        if (!node.isObject()) {
            return Sentence.verbatim(node.asText());
        }
        List<Object> arguments = new ArrayList<>();
        node.path("with").forEach(argument -> arguments.add(argument.isObject() ? read(argument) : argument.asText()));
        return new Sentence(node.path("key").asText(), arguments);
    }
}
