package org.tenon.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tenon.testkit.process.Api;

/**
 * Who works here.
 *
 * @param industries  values of the dictionary
 * @param owners      ids of the members customers are spread over
 * @param departments ids of the teams, ten below each region; the manager's are the first ten
 */
record Company(long ownerId, long teamMemberId, List<Long> owners, List<Long> departments, List<String> industries) {

    static Company found(Api admin) {
        String head = make(admin, "departments", Map.of("name", "总部"));
        List<String> teams = new ArrayList<>();
        String firstRegion = "";
        for (int region = 0; region < 5; region++) {
            String id = make(admin, "departments", Map.of("name", "大区" + region, "parentId", head));
            firstRegion = region == 0 ? id : firstRegion;
            for (int team = 0; team < 10; team++) {
                teams.add(make(admin, "departments", Map.of("name", "团队" + region + "-" + team, "parentId", id)));
            }
        }
        String own = role(admin, "销售", "own");
        String below = role(admin, "大区经理", "departmentBelow");
        List<Long> owners = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            owners.add(number(member(admin, "owner" + i, teams.get(i), own)));
        }
        String owner = member(admin, Personas.OWNER, teams.get(11), own);
        String manager = member(admin, Personas.MANAGER, firstRegion, below);
        String team = member(admin, Personas.TEAM_MEMBER, teams.get(12), own);
        admit(admin, owner, Personas.OWNER);
        admit(admin, manager, Personas.MANAGER);
        admit(admin, team, Personas.TEAM_MEMBER);
        return new Company(number(owner), number(team), owners, teams.stream().map(Company::number).toList(), values(admin, "customers.industry"));
    }

    private static String role(Api admin, String name, String scope) {
        String id = make(admin, "roles", Map.of("name", name + "-bench"));
        List<Map<String, Object>> grants = new ArrayList<>();
        for (String action : List.of("read", "create", "update")) {
            grants.add(Map.of("type", "customers.customer", "action", action, "scope", scope, "departments", List.of()));
        }
        String path = "/api/identity/roles/" + id + "/grants";
        int version = admin.get(path).expect(200).json().get("version").asInt();
        admin.put(path, Map.of("version", version, "grants", grants, "fields", List.of(), "functions", List.of())).expect(200);
        return id;
    }

    private static String member(Api admin, String login, String department, String role) {
        return make(admin, "members", Map.of("name", login, "login", login, "departmentIds", List.of(department), "roleIds", List.of(role)));
    }

    /** Gives a member the password they sign in with. */
    private static void admit(Api admin, String id, String login) {
        String once = admin.post("/api/identity/members/" + id + "/reset-password", Map.of()).expect(200).json().get("password").asText();
        Api.session(admin.base(), login, once).put("/api/identity/session/password", Map.of("current", once, "next", Personas.PASSWORD)).expect(200, 204);
    }

    private static List<String> values(Api admin, String dictionary) {
        List<String> values = new ArrayList<>();
        admin.get("/api/records/dictionaries/" + dictionary).expect(200).json().get("items").forEach(item -> values.add(item.get("value").asText()));
        return values;
    }

    private static String make(Api admin, String plural, Map<String, Object> values) {
        JsonNode made = admin.post("/api/identity/" + plural, values).expect(201).json();
        return made.get("id").asText();
    }

    private static long number(String id) {
        return org.tenon.sdk.record.RecordId.of(id).value();
    }
}
