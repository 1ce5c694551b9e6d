package org.tenon.sdk.record;

import org.jspecify.annotations.Nullable;

/**
 * A field of a record type, as declared. Common fields ({@code ownerId createdAt …}) have one too.
 *
 * @param name         the attribute's name, also the JSON member
 * @param type         never {@link FieldType#AUTO}
 * @param column       the column; of MONEY and any-type references the first of two, the second being {@code <column>_currency} or {@code <column>_type}
 * @param max          characters or number; 0 none
 * @param min          number; {@code Long.MIN_VALUE} none
 * @param dictionary   null without
 * @param reference    full type name, {@code *} for any, null without
 * @param list         place in the list, 0 none
 * @param section      section of the form; null for the platform's own fields
 * @param common       true for the platform's own fields
 */
public record FieldInfo(String name, FieldType type, String column, boolean required, boolean readOnly, long max, long min,
                        @Nullable String dictionary, @Nullable String reference, int list, boolean filter, boolean sort, int search,
                        boolean sensitive, boolean duplicateKey, @Nullable String section, boolean common) {
}
