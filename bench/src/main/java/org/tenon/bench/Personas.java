package org.tenon.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tenon.testkit.process.Api;

/**
 * Those whose lists are measured.
 *
 * @param admin      sees everything
 * @param owner      sees the 200 customers of their own
 * @param manager    sees the customers of a region, its department and the ten teams below
 * @param teamMember sees the customers they were added to as a team member, nothing else
 */
record Personas(Api admin, Api owner, Api manager, Api teamMember) {

    static final String OWNER = "persona-owner";
    static final String MANAGER = "persona-manager";
    static final String TEAM_MEMBER = "persona-team";
    static final String PASSWORD = "Bench-marks-2026";

    /** Signs them in. */
    static Personas of(Api admin) {
        return new Personas(admin, Api.signIn(admin.base(), OWNER, PASSWORD), Api.signIn(admin.base(), MANAGER, PASSWORD), Api.signIn(admin.base(), TEAM_MEMBER, PASSWORD));
    }

    /** By the name they have in the report. */
    Map<String, Api> named() {
        Map<String, Api> named = new LinkedHashMap<>();
        named.put("administrator", admin);
        named.put("owner of 200", owner);
        named.put("department and below", manager);
        named.put("team share only", teamMember);
        return named;
    }
}
