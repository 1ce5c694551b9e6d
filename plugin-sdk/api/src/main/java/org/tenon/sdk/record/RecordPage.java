package org.tenon.sdk.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page.
 *
 * @param next     cursor of the page after it, null at the end
 * @param previous cursor of the page before it, null at the start
 * @param total    null unless asked for
 * @param search   null unless the search index had a part in it
 */
public record RecordPage(List<RecordView> items, @Nullable String next, @Nullable String previous, @Nullable Total total, @Nullable Search search) {

    /** A page the search index had no part in. */
    public RecordPage(List<RecordView> items, @Nullable String next, @Nullable String previous, @Nullable Total total) {
        this(items, next, previous, total, null);
    }

    /**
     * What the search index could tell.
     *
     * @param ready  false while the index is being built: then only beginnings of titles were looked for
     * @param capped true if more records matched than the index tells: the page is made of the newest {@code most} of them
     * @param most   how many it tells
     * @param lagSeconds how far it may be behind what is stored
     */
    public record Search(boolean ready, boolean capped, int most, int lagSeconds) {
    }

    /** @param capped true when there are more than {@code count} */
    public record Total(long count, boolean capped) {
    }
}
