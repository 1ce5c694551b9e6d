package org.tenon.sdk.record;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A record type, as declared.
 *
 * @param name        {@code <area>.<name>}
 * @param simpleName  prefix of its texts
 * @param path        REST path, such as {@code /api/customers/customers}
 * @param table       database table
 * @param owned       has owner and department
 * @param fields      declared ones in order, then custom ones, then the common ones
 * @param related     {@code <type>#<field>}
 * @param follows     the reference to the record whose team and shares open this one too; null without
 */
public record TypeInfo(String name, String area, String simpleName, String plural, String path, String table, String titleField,
                       String defaultSort, boolean owned, List<FieldInfo> fields, List<String> sections, List<String> actions,
                       List<String> related, @Nullable String follows) {

    /** The same type with these fields. */
    public TypeInfo with(List<FieldInfo> others) {
        return new TypeInfo(name, area, simpleName, plural, path, table, titleField, defaultSort, owned, others, sections, actions, related, follows);
    }

    public Optional<FieldInfo> field(String fieldName) {
        return fields.stream().filter(field -> field.name().equals(fieldName)).findFirst();
    }

    /** The shell's path of its list, such as {@code /customers/customers}. */
    public String route() {
        return "/" + area + "/" + plural;
    }
}
