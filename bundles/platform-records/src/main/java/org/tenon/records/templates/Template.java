package org.tenon.records.templates;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.TenonException;

/**
 * A template.
 *
 * @param sort    {@code message} (plain text), {@code mail} or {@code print} (simple HTML)
 * @param type    the record type it is filled from
 * @param subject of a mail; null without
 * @param retired not offered any more
 */
record Template(long id, int version, String name, String sort, String type, @Nullable String subject, String body, boolean retired) {

    private static final Set<String> SORTS = Set.of("message", "mail", "print");
    private static final int LONGEST_BODY = 20_000;

    /** @throws TenonException INVALID, naming the field */
    static Template of(long id, int version, TemplatesResource.Wish wish) {
        String name = line("name", wish.name(), 120);
        if (name == null) {
            throw TenonException.invalid("name", "required", "a template needs a name");
        }
        if (wish.sort() == null || !SORTS.contains(wish.sort())) {
            throw TenonException.invalid("sort", "choice", "a template is for one of " + SORTS);
        }
        String body = wish.body() == null ? "" : wish.body();
        if (body.isBlank() || body.length() > LONGEST_BODY || body.indexOf('\0') >= 0) {
            throw TenonException.invalid("body", "tooLong", "a template has 1 to " + LONGEST_BODY + " characters");
        }
        return new Template(id, version, name, wish.sort(), String.valueOf(wish.type()), line("subject", wish.subject(), 200), body, wish.retired());
    }

    private static @Nullable String line(String field, @Nullable String text, int longest) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.strip().length() > longest || text.chars().anyMatch(Character::isISOControl)) {
            throw TenonException.invalid(field, "tooLong", "a line of at most " + longest + " characters");
        }
        return text.strip();
    }

    boolean html() {
        return !sort.equals("message");
    }
}
