package org.tenon.sdk.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page.
 *
 * @param next     cursor of the page after it, null at the end
 * @param previous cursor of the page before it, null at the start
 * @param total    null unless asked for
 */
public record RecordPage(List<RecordView> items, @Nullable String next, @Nullable String previous, @Nullable Total total) {

    /** @param capped true when there are more than {@code count} */
    public record Total(long count, boolean capped) {
    }
}
