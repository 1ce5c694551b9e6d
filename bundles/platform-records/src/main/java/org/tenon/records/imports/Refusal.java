package org.tenon.records.imports;

/**
 * Why a row was refused.
 *
 * @param header as it stands in the file; empty for the whole row
 * @param field  the field's name
 * @param value  what stood there
 * @param reason in the language of who imports
 */
record Refusal(String header, String field, String value, String reason) {
}
