package org.tenon.records.custom;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.tenon.sdk.record.FieldType;

/** What an administrator may add: the words of the REST contract, and the type of field each becomes. */
enum FieldKind {
    TEXT("text", FieldType.TEXT),
    LONG_TEXT("longText", FieldType.LONG_TEXT),
    RICH_TEXT("richText", FieldType.RICH_TEXT),
    NUMBER("number", FieldType.NUMBER),
    DECIMAL("decimal", FieldType.DECIMAL),
    MONEY("money", FieldType.MONEY),
    DATE("date", FieldType.DATE),
    DATE_TIME("dateTime", FieldType.DATE_TIME),
    BOOLEAN("boolean", FieldType.BOOLEAN),
    CHOICE("choice", FieldType.CHOICE),
    MULTI_CHOICE("multiChoice", FieldType.MULTI_CHOICE),
    TREE_CHOICE("treeChoice", FieldType.CHOICE),
    MEMBER("member", FieldType.MEMBER),
    DEPARTMENT("department", FieldType.DEPARTMENT),
    REFERENCE("reference", FieldType.REFERENCE),
    PHONE("phone", FieldType.PHONE),
    EMAIL("email", FieldType.EMAIL),
    URL("url", FieldType.URL),
    LOCATION("location", FieldType.LOCATION),
    FILES("files", FieldType.FILES),
    /** Of the type its settings say. */
    FORMULA("formula", FieldType.AUTO),
    AUTO_NUMBER("autoNumber", FieldType.TEXT);

    private static final Set<FieldType> UNSORTED = Set.of(FieldType.LONG_TEXT, FieldType.RICH_TEXT, FieldType.BOOLEAN, FieldType.MEMBER, FieldType.DEPARTMENT,
            FieldType.REFERENCE, FieldType.LOCATION);

    private final String key;
    private final FieldType type;

    FieldKind(String key, FieldType type) {
        this.key = key;
        this.type = type;
    }

    String key() {
        return key;
    }

    FieldType type() {
        return type;
    }

    boolean computed() {
        return this == FORMULA || this == AUTO_NUMBER;
    }

    boolean choice() {
        return this == CHOICE || this == MULTI_CHOICE || this == TREE_CHOICE;
    }

    static Optional<FieldKind> of(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst();
    }

    /** The type a formula's result may be, of any field that may be added. */
    static Optional<FieldType> result(String key) {
        return Arrays.stream(new FieldType[] {FieldType.TEXT, FieldType.NUMBER, FieldType.DECIMAL, FieldType.DATE, FieldType.DATE_TIME, FieldType.BOOLEAN})
                .filter(type -> type.key().equals(key)).findFirst();
    }

    static boolean sortable(FieldType type) {
        return !type.multiple() && !UNSORTED.contains(type);
    }

    static boolean filterable(FieldType type) {
        return type != FieldType.LONG_TEXT && type != FieldType.RICH_TEXT && type != FieldType.LOCATION;
    }

    static boolean unique(FieldType type) {
        return !type.multiple() && filterable(type) && type != FieldType.BOOLEAN && type != FieldType.MONEY;
    }

    /** Whether every value of a field of this kind is one of the other too. */
    boolean becomes(FieldKind other) {
        return switch (this) {
            case TEXT -> other == LONG_TEXT;
            case PHONE, EMAIL, URL -> other == TEXT || other == LONG_TEXT;
            case NUMBER -> other == DECIMAL;
            case CHOICE -> other == MULTI_CHOICE || other == TREE_CHOICE;
            case TREE_CHOICE -> other == MULTI_CHOICE;
            case DATE -> false;
            default -> false;
        };
    }
}
