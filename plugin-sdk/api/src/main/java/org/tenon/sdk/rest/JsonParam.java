package org.tenon.sdk.rest;

/**
 * A query parameter that holds JSON. The platform parses it; what cannot be parsed is refused with 400.
 *
 * @param value maps, lists, strings, booleans, null; whole numbers as Long, others as BigDecimal
 */
public record JsonParam(Object value) {
}
