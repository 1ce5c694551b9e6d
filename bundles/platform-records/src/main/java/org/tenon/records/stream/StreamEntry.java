package org.tenon.records.stream;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tenon.records.log.Moment;

/** One entry of a timeline, of whatever sort. */
record StreamEntry(Moment moment, Map<String, @Nullable Object> json) {
}
