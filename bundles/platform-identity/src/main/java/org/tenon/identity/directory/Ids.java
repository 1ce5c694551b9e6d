package org.tenon.identity.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.record.RecordId;

/** Lists of record ids as the database holds them: a JSON array of 13-character ids. */
public final class Ids {

    private static final Pattern ID = Pattern.compile("\"([0-9A-Za-z]{13})\"");

    private Ids() {
    }

    /** In the order they stand; empty for null. */
    public static List<Long> parse(@Nullable String json) {
        if (json == null) {
            return List.of();
        }
        List<Long> ids = new ArrayList<>();
        Matcher matcher = ID.matcher(json);
        while (matcher.find()) {
            ids.add(RecordId.of(matcher.group(1)).value());
        }
        return List.copyOf(ids);
    }

    /** The JSON of these ids. */
    public static String json(Iterable<Long> ids) {
        StringBuilder out = new StringBuilder("[");
        for (Long id : ids) {
            out.append(out.length() > 1 ? "," : "").append('"').append(RecordId.text(id)).append('"');
        }
        return out.append(']').toString();
    }
}
