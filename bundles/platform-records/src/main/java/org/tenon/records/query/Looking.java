package org.tenon.records.query;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.record.FieldInfo;
import org.tenon.sdk.record.RecordPage;
import org.tenon.sdk.search.SearchEngine;
import org.tenon.sdk.search.SearchEngine.Matches;
import org.tenon.sdk.search.SearchQuery;

/** What one query asks of the search index, each thing once, and whether the answers were all there is. For one thread. */
final class Looking {

    private final @Nullable SearchEngine engine;
    private final Map<SearchQuery, Matches> known = new HashMap<>();
    private boolean used;
    private boolean ready = true;
    private boolean capped;

    /** @param engine null where there is none now */
    Looking(@Nullable SearchEngine engine) {
        this.engine = engine;
    }

    /**
     * The records whose field holds the text; of too many the newest.
     *
     * @param negated records without it are wanted
     * @throws TenonException UNAVAILABLE while the index is not there, INVALID if there are too many to leave out
     */
    List<Long> holding(String type, FieldInfo field, String text, boolean deleted, boolean negated) {
        if (engine == null) {
            throw new TenonException(Kind.UNAVAILABLE, "the search index is not there yet");
        }
        Matches found = matches(engine, SearchQuery.contains(type, field.name(), text).newest(deleted));
        if (negated && found.capped()) {
            throw TenonException.invalid(field.name(), "tooMany", "more than " + SearchEngine.MOST + " records contain " + text + ": too many to leave out");
        }
        return found.ids();
    }

    /** The records that match the words in any field the caller may see; null where the index cannot tell now. */
    @Nullable List<Long> words(String type, String text, boolean deleted) {
        used = true;
        try {
            if (engine != null) {
                return matches(engine, SearchQuery.words(type, text, SearchEngine.MOST).newest(deleted)).ids();
            }
        } catch (TenonException e) {
            if (e.kind() != Kind.UNAVAILABLE) {
                throw e;
            }
        }
        ready = false;
        return null;
    }

    private Matches matches(SearchEngine present, SearchQuery query) {
        used = true;
        Matches found = known.computeIfAbsent(query, present::find);
        capped |= found.capped();
        return found;
    }

    RecordPage.@Nullable Search told() {
        return used ? new RecordPage.Search(ready, capped, SearchEngine.MOST, SearchEngine.LAG_SECONDS) : null;
    }
}
