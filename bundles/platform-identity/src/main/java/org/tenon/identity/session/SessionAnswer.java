package org.tenon.identity.session;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tenon.identity.session.Preferences.Look;

/** The shape of {@code GET /api/identity/session} for someone signed in. */
public record SessionAnswer(Me member, String csrf, List<String> permissions, boolean mustChangePassword, Look preferences) {

    /**
     * @param locale   null to follow the browser
     * @param timeZone such as {@code Asia/Shanghai}; null to follow the browser
     */
    public record Me(String id, String name, String login, @Nullable String locale, @Nullable String timeZone) {
    }
}
