package org.tenon.identity.session;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tenon.identity.session.Preferences.Look;

/** The shape of {@code GET /api/identity/session} for someone signed in. */
public record SessionAnswer(Me member, String csrf, List<String> permissions, boolean mustChangePassword, Look preferences) {

    /** @param locale null to follow the browser */
    public record Me(String id, String name, String login, @Nullable String locale, String avatarColor) {

        private static final List<String> COLOURS = List.of("#1d4ed8", "#0f766e", "#7c3aed", "#b45309", "#be185d", "#15803d", "#4338ca", "#0369a1",
                "#a21caf", "#b91c1c");

        /** A colour that stays with the member. */
        static String colour(long memberId) {
            return COLOURS.get(Math.floorMod(Long.hashCode(memberId), COLOURS.size()));
        }
    }
}
