package org.tenon.sdk.record;

import java.util.Map;

/**
 * A record as the present caller may see it: field policy is applied, ids are text, labels are in the caller's language.
 *
 * @param id      its id
 * @param version its version, for {@code If-Match}
 * @param json    what the REST call answers, in order; values are JSON-ready
 */
public record RecordView(RecordId id, int version, Map<String, Object> json) {
}
