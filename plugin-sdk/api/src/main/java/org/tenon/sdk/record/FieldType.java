package org.tenon.sdk.record;

/**
 * What a field holds. In brackets: the Java type of the entity's attribute, then the JSON form.
 */
public enum FieldType {
    /** Found from the attribute's Java type and the other members of {@link Field}. Never in a {@link FieldInfo}. */
    AUTO("auto"),
    /** One line (String; string). */
    TEXT("text"),
    /** Several lines (String; string). */
    LONG_TEXT("longText"),
    /** Sanitised HTML (String; string). */
    RICH_TEXT("richText"),
    /** A whole number (Long or Integer; number). */
    NUMBER("number"),
    /** A decimal number, scale at most 4 (BigDecimal; string). */
    DECIMAL("decimal"),
    /** Amount with ISO currency ({@link Money}; {@code {"amount","currency"}}). */
    MONEY("money"),
    /** Yes or no (Boolean; boolean). */
    BOOLEAN("boolean"),
    /** A day (LocalDate; {@code 2026-11-23}). */
    DATE("date"),
    /** A time of day (LocalTime; {@code 09:30:00}). */
    TIME("time"),
    /** An instant (LocalDateTime in UTC, microseconds; {@code 2026-11-23T01:30:00Z}). */
    DATE_TIME("dateTime"),
    /** One value of a dictionary (String; string). */
    CHOICE("choice"),
    /** Several values of a dictionary (String holding a JSON array; array of strings). */
    MULTI_CHOICE("multiChoice"),
    /** A record of one type (Long; 13-character id), or of any type ({@link RecordRef}; {@code {"type","id"}}) when reference is {@code *}. */
    REFERENCE("reference"),
    /** Several records of one type (String holding a JSON array of ids; array of ids). */
    REFERENCES("references"),
    /** A member of the organisation (Long; id). */
    MEMBER("member"),
    /** A department (Long; id). */
    DEPARTMENT("department"),
    /** One telephone number as written (String; string). */
    PHONE("phone"),
    /** One e-mail address (String; string). */
    EMAIL("email"),
    /** Several numbers with kind (String holding JSON; {@code [{"kind","value"}]}). */
    PHONES("phones"),
    /** Several addresses with kind (String holding JSON; {@code [{"kind","value"}]}). */
    EMAILS("emails"),
    /** An http or https address (String; string). */
    URL("url"),
    /** Province, city or district: the deepest code known, GB/T 2260 (String of 2, 4 or 6 digits; string). */
    REGION("region"),
    /** Free words (String holding a JSON array; array of strings). */
    TAGS("tags"),
    /** A place on earth (custom fields only; {@code {"latitude":31.2304,"longitude":121.4737,"text":"…"}}, WGS 84 degrees, either the coordinates or the text may be absent). */
    LOCATION("location"),
    /** Files kept for the record, as ids of the file store (custom fields only; array of ids). */
    FILES("files");

    private final String key;

    FieldType(String key) {
        this.key = key;
    }

    /** The word used in metadata. */
    public String key() {
        return key;
    }

    /** True where the value is a list; its members lie in the side table for filtering. */
    public boolean multiple() {
        return switch (this) {
            case MULTI_CHOICE, REFERENCES, PHONES, EMAILS, TAGS, FILES -> true;
            default -> false;
        };
    }
}
