package org.tenon.identity.directory;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A living member, as the directory knows them.
 *
 * @param login       lower case
 * @param active      false for one who left
 * @param departments the first is the main one; departments that are gone are left out
 * @param manager     their superior; null for none
 * @param tag         the language they chose, such as {@code zh-CN}; null to follow the browser
 * @param zone        where their days begin; null where they have not said
 */
public record Person(long id, String name, String login, boolean active, List<Long> departments, List<Long> roles, @Nullable Long manager,
                     @Nullable String tag, @Nullable ZoneId zone) {

    /** The language they chose; the root locale to follow the browser, which the gateway does. */
    public Locale locale() {
        return tag == null ? Locale.ROOT : Locale.forLanguageTag(tag);
    }
}
