package org.tenon.web.problem;

import java.util.Map;

/** The short name of each status. */
final class Titles {

    private static final Map<Integer, String> TITLES = Map.ofEntries(
            Map.entry(400, "Unreadable"), Map.entry(401, "Not signed in"), Map.entry(403, "Not allowed"), Map.entry(404, "Not found"),
            Map.entry(405, "Method not allowed"), Map.entry(406, "Not acceptable"), Map.entry(409, "Conflict"), Map.entry(412, "Stale"),
            Map.entry(413, "Too large"), Map.entry(415, "Unknown media type"), Map.entry(422, "Invalid"),
            Map.entry(428, "Version required"), Map.entry(429, "Too often"), Map.entry(500, "Internal error"),
            Map.entry(503, "Unavailable"));

    private Titles() {
    }

    static String of(int status) {
        return TITLES.getOrDefault(status, status < 500 ? "Refused" : "Failed");
    }
}
