package org.tenon.records.comments;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.record.RecordId;

/** Finds mentions in the text of a comment. */
final class Mentioned {

    private static final Pattern MENTION = Pattern.compile("@\\[([0-9A-Za-z]{13})]");

    private Mentioned() {
    }

    /** The members' ids, in order; what looks like a mention and is no id stays text. */
    static Set<Long> in(String body) {
        Set<Long> ids = new LinkedHashSet<>();
        Matcher found = MENTION.matcher(body);
        while (found.find()) {
            try {
                ids.add(RecordId.of(found.group(1)).value());
            } catch (TenonException e) {
                continue;
            }
        }
        return ids;
    }
}
