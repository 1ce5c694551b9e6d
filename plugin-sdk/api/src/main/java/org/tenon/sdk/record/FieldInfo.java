package org.tenon.sdk.record;

import org.jspecify.annotations.Nullable;

/**
 * A field of a record type, as declared or added at run time. Common fields ({@code ownerId createdAt …}) have one too.
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
 * @param match        how values are compared when duplicates are looked for, never {@link Match#AUTO}; null if they are not
 * @param custom       what only fields added at run time have; null for declared ones. Its column is {@code custom_values}, shared with the others.
 */
public record FieldInfo(String name, FieldType type, String column, boolean required, boolean readOnly, long max, long min,
                        @Nullable String dictionary, @Nullable String reference, int list, boolean filter, boolean sort, int search,
                        boolean sensitive, boolean duplicateKey, @Nullable String section, boolean common, @Nullable Match match,
                        @Nullable CustomField custom) {

    /** A declared field. */
    public FieldInfo(String name, FieldType type, String column, boolean required, boolean readOnly, long max, long min,
                     @Nullable String dictionary, @Nullable String reference, int list, boolean filter, boolean sort, int search,
                     boolean sensitive, boolean duplicateKey, @Nullable String section, boolean common, @Nullable Match match) {
        this(name, type, column, required, readOnly, max, min, dictionary, reference, list, filter, sort, search, sensitive, duplicateKey, section,
                common, match, null);
    }

    /** A declared field that is compared by its type if it is a duplicate key. */
    public FieldInfo(String name, FieldType type, String column, boolean required, boolean readOnly, long max, long min,
                     @Nullable String dictionary, @Nullable String reference, int list, boolean filter, boolean sort, int search,
                     boolean sensitive, boolean duplicateKey, @Nullable String section, boolean common) {
        this(name, type, column, required, readOnly, max, min, dictionary, reference, list, filter, sort, search, sensitive, duplicateKey, section,
                common, duplicateKey ? match(type) : null);
    }

    /** How values of a type are compared where the declaration does not say. */
    public static Match match(FieldType type) {
        return switch (type) {
            case PHONE, PHONES -> Match.PHONE;
            case EMAIL, EMAILS -> Match.EMAIL;
            case DATE -> Match.DATE;
            case REFERENCE, MEMBER, DEPARTMENT -> Match.REFERENCE;
            case LONG_TEXT, REGION -> Match.TEXT;
            default -> Match.CODE;
        };
    }
}
