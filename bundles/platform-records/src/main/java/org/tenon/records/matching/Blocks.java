package org.tenon.records.matching;

import java.util.List;
import org.tenon.sdk.text.Titles;
import org.tenon.sdk.record.Match;

/** Which records are compared at all: those that share one of these keys. */
final class Blocks {

    private static final int LINE = 7;
    private static final int SHORTEST_ADDRESS = 6;

    private Blocks() {
    }

    static void add(String field, Match match, String form, List<String> blocks) {
        switch (match) {
            case CODE, EMAIL, ACCOUNT -> blocks.add(field + ":" + form);
            // the last digits, so that a number without its area code is found
            case PHONE -> blocks.add("p:" + form.substring(form.length() - LINE));
            // by sound, so that a wrong character of the same sound is found
            case COMPANY -> blocks.add("n:" + (Titles.chinese(form) ? Titles.key(form) : form));
            case PERSON -> blocks.add("n:" + PersonName.sound(form));
            case ADDRESS -> {
                if (form.length() >= SHORTEST_ADDRESS) {
                    blocks.add("a:" + form);
                }
            }
            case DATE -> {
                if (form.length() == 8) {
                    blocks.add(field + ":" + form);
                }
            }
            case REFERENCE, TEXT, AUTO -> {
            }
        }
    }
}
