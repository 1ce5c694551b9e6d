package org.tenon.testkit.installed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tenon.testkit.process.Api;

/** Members of a running Tenon, made for a test. */
public final class Roles {

    /** What they sign in with. */
    public static final String PASSWORD = "Correct-horse-9";

    private final Api admin;

    public Roles(Api admin) {
        this.admin = admin;
    }

    /**
     * Makes a member whose one role allows this, and signs in as them.
     *
     * @param login       nobody's yet; also the member's and the role's name
     * @param permissions functions, and {@code <type>:<action>} for all records of the type
     */
    public Api member(String login, String... permissions) {
        List<Map<String, Object>> grants = new ArrayList<>();
        List<String> functions = new ArrayList<>();
        for (String permission : permissions) {
            String[] parts = permission.split(":", 2);
            if (parts[0].contains(".")) {
                grants.add(Map.of("type", parts[0], "action", parts[1], "scope", "all", "departments", List.of()));
            } else {
                functions.add(permission);
            }
        }
        String role = admin.post("/api/identity/roles", Map.of("name", login)).expect(201).json().get("id").asText();
        int version = admin.get("/api/identity/roles/" + role + "/grants").expect(200).json().get("version").asInt();
        admin.put("/api/identity/roles/" + role + "/grants", Map.of("version", version, "grants", grants, "fields", List.of(), "functions", functions)).expect(200, 204);
        String member = admin.post("/api/identity/members", Map.of("name", login, "login", login, "roleIds", List.of(role))).expect(201).json().get("id").asText();
        String once = admin.post("/api/identity/members/" + member + "/reset-password", Map.of()).expect(200).json().get("password").asText();
        Api.session(admin.base(), login, once).put("/api/identity/session/password", Map.of("current", once, "next", PASSWORD)).expect(200, 204);
        return Api.signIn(admin.base(), login, PASSWORD);
    }
}
