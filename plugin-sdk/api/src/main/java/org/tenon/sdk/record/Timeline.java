package org.tenon.sdk.record;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A part of a record's history. @param items JSON-ready, shape in docs/rest.md, without fields hidden from the caller @param next null at the end */
public record Timeline(List<Map<String, Object>> items, @Nullable String next) {
}
