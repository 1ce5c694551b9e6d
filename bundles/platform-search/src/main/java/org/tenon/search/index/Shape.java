package org.tenon.search.index;

import java.util.List;
import java.util.stream.Collectors;
import org.tenon.sdk.record.FieldInfo;
import org.tenon.sdk.record.FieldType;
import org.tenon.sdk.record.TypeInfo;

/** Which fields of a type are in the index, and how. */
public final class Shape {

    /** Fields of at least this weight are found by sound too. */
    private static final int SOUNDS_FROM = 2;

    private Shape() {
    }

    /** True for numbers dialled: of these the digits alone count. */
    public static boolean dialled(FieldInfo field) {
        return field.type() == FieldType.PHONE || field.type() == FieldType.PHONES;
    }

    /** True for names and other short words: found as a whole, by their beginning and by sound. */
    public static boolean name(TypeInfo type, FieldInfo field) {
        boolean word = field.type() == FieldType.TEXT || field.type() == FieldType.TAGS;
        return word && (field.search() >= SOUNDS_FROM || field.name().equals(type.titleField()));
    }

    /** True for fields that a search by words looks in. */
    public static boolean searched(TypeInfo type, FieldInfo field) {
        return field.search() > 0 || field.name().equals(type.titleField());
    }

    /** Changes whenever documents of the type would come out differently. */
    static String of(TypeInfo type, List<FieldInfo> fields) {
        String words = fields.stream().map(field -> field.name() + ":" + field.type().key() + (name(type, field) ? "+" : "")).sorted()
                .collect(Collectors.joining(","));
        return Integer.toHexString(words.hashCode()) + "-" + fields.size();
    }
}
