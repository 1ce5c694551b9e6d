package org.tenon.sdk.search;

import java.util.Set;

/**
 * What shall be found among the records of one type.
 *
 * @param type    full name
 * @param text    as typed; one that folds to nothing matches nothing
 * @param fields  names of the fields to look in; empty for all that are searched
 * @param manner  how the text is understood
 * @param newest  the newest first, by creation; else the best first
 * @param deleted the recycle bin instead of the living
 * @param limit   1–{@value SearchEngine#MOST}
 */
public record SearchQuery(String type, String text, Set<String> fields, Manner manner, boolean newest, boolean deleted, int limit) {

    public SearchQuery {
        fields = Set.copyOf(fields);
        if (limit < 1 || limit > SearchEngine.MOST) {
            throw new IllegalArgumentException("a limit of 1 to " + SearchEngine.MOST + ", not " + limit);
        }
    }

    /** How a text is understood. */
    public enum Manner {
        /** The field holds the text as it stands, folded ({@link org.tenon.sdk.text.Fold}): the condition {@code contains}. */
        CONTAINS,
        /** Every word, separated by blanks, is held by one of the fields, or sounds like a part of it: full pinyin or initials. */
        WORDS
    }

    /** The best matches among the living, by words in all fields searched. */
    public static SearchQuery words(String type, String text, int limit) {
        return new SearchQuery(type, text, Set.of(), Manner.WORDS, false, false, limit);
    }

    /** The newest living records whose field holds the text. */
    public static SearchQuery contains(String type, String field, String text) {
        return new SearchQuery(type, text, Set.of(field), Manner.CONTAINS, true, false, SearchEngine.MOST);
    }

    /** The same in these fields alone. */
    public SearchQuery in(Set<String> names) {
        return new SearchQuery(type, text, names, manner, newest, deleted, limit);
    }

    /** The same, the newest first, in the recycle bin or outside. */
    public SearchQuery newest(boolean inRecycleBin) {
        return new SearchQuery(type, text, fields, manner, true, inRecycleBin, limit);
    }
}
