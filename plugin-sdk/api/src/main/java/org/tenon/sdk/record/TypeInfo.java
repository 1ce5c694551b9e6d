package org.tenon.sdk.record;

import java.util.List;
import java.util.Optional;

/**
 * A record type, as declared.
 *
 * @param name        {@code <area>.<name>}
 * @param simpleName  prefix of its texts
 * @param path        REST path, such as {@code /api/customers/customers}
 * @param table       database table
 * @param owned       has owner and department
 * @param fields      declared ones in order, then the common ones
 * @param related     {@code <type>#<field>}
 */
public record TypeInfo(String name, String area, String simpleName, String plural, String path, String table, String titleField,
                       String defaultSort, boolean owned, List<FieldInfo> fields, List<String> sections, List<String> actions,
                       List<String> related) {

    public Optional<FieldInfo> field(String fieldName) {
        return fields.stream().filter(field -> field.name().equals(fieldName)).findFirst();
    }

    /** The shell's path of its list, such as {@code /customers/customers}. */
    public String route() {
        return "/" + area + "/" + plural;
    }
}
