package org.tenon.sdk.shell;

import org.jspecify.annotations.Nullable;

/**
 * An entry of the shell's menu. Its label is the text {@code menu.<id>} of the area.
 *
 * @param id         unique, {@code <area>.<name>}, or a group's plain name
 * @param group      the id of the entry it stands under; null at the top
 * @param order      ascending among neighbours
 * @param icon       a name from the shell's icon set, null for none
 * @param path       the shell's path it opens, such as {@code /customers/customers}; null for a group
 * @param permission {@code <type>:read} of a record type, a function, or {@code member}
 */
public record MenuItem(String id, @Nullable String group, int order, @Nullable String icon, @Nullable String path, String permission) {

    /** A top-level entry that holds others. Shown only when one of those is. */
    public static MenuItem group(String id, int order, String icon) {
        return new MenuItem(id, null, order, icon, null, "member");
    }

    public static MenuItem of(String id, String group, int order, String path, String permission) {
        return new MenuItem(id, group, order, null, path, permission);
    }
}
