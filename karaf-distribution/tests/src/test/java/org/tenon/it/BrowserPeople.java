package org.tenon.it;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.tenon.testkit.process.Api;

/** Members that tests sign in as. */
final class BrowserPeople {

    static final String PASSWORD = "Correct-horse-9";

    private static final List<String> TYPES = List.of("customers.customer", "customers.contact", "customers.contactLog");
    private static final List<String> ACTIONS = List.of("read", "create", "update", "delete");

    private BrowserPeople() {
    }

    /** A member who may read and write all customers; signs in with {@link #PASSWORD}, and reads English. */
    static void colleague(Api admin, String name, String login) {
        member(admin, name, login, action -> "all");
    }

    /** The same, but they may write only what is their own. */
    static void onlooker(Api admin, String name, String login) {
        member(admin, name, login, action -> action.equals("read") ? "all" : "own");
    }

    private static void member(Api admin, String name, String login, UnaryOperator<String> scope) {
        String role = admin.post("/api/identity/roles", Map.of("name", "Sales " + login)).expect(201).json().get("id").asText();
        List<Map<String, String>> grants = TYPES.stream()
            .flatMap(type -> ACTIONS.stream().map(action -> Map.of("type", type, "action", action, "scope", scope.apply(action)))).toList();
        int version = admin.get("/api/identity/roles/" + role + "/grants").expect(200).json().get("version").asInt();
        admin.put("/api/identity/roles/" + role + "/grants",
            Map.of("version", version, "grants", grants, "fields", List.of(), "functions", List.of())).expect(200, 204);
        String member = admin.post("/api/identity/members", Map.of("name", name, "login", login, "roleIds", List.of(role), "locale", "en"))
            .expect(201).json().get("id").asText();
        String once = admin.post("/api/identity/members/" + member + "/reset-password", Map.of()).expect(200).json().get("password").asText();
        Api.session(admin.base(), login, once).put("/api/identity/session/password", Map.of("current", once, "next", PASSWORD)).expect(200, 204);
    }
}
