package org.tenon.records.views;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a member chose among the views of a type. @param first the view the list begins with, null for the plain list @param pinned those that stand first, in order */
record Choice(@Nullable Long first, List<Long> pinned) {

    static final Choice NONE = new Choice(null, List.of());
}
