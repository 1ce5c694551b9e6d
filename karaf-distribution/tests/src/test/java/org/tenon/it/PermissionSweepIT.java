package org.tenon.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tenon.testkit.process.Api;
import org.tenon.testkit.process.RunningTenon;
import org.tenon.testkit.process.Tenon;

/** Calls every operation of the OpenAPI document as nobody, and as a member without any permission. */
@ExtendWith(RunningTenon.class)
class PermissionSweepIT {

    /** Reviewed: these need nobody signed in, for the reason their {@code @Public} gives. */
    private static final Set<String> PUBLIC = Set.of("GET /api/identity/session", "POST /api/identity/session", "GET /api/web/health");

    /** What any signed-in member may call: their own session, tokens and preferences, and what the shell needs to draw itself. */
    private static final List<String> MEMBER = List.of("/api/identity/session", "/api/identity/sessions", "/api/identity/tokens", "/api/shell/",
        "/api/web/", "/api/openapi.json", "/api/records/types", "/api/records/dictionaries",
        "/api/records/mentions", "/api/files", "/api/jobs");

    private record Operation(String method, String path, JsonNode description) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @Test
    void nobodyGetsInAnywhereButThroughTheReviewedList(Tenon tenon) {
        List<Operation> operations = operations(tenon);
        assertThat(operations).hasSizeGreaterThan(60);
        Api nobody = Api.anonymous(tenon.base());
        List<String> open = new ArrayList<>();
        for (Operation operation : operations) {
            int status = call(nobody, operation);
            if (status != 401) {
                open.add(operation.toString());
            }
        }
        assertThat(new TreeSet<>(open)).isEqualTo(new TreeSet<>(PUBLIC));
    }

    @Test
    void everyOperationNamesItsPermission(Tenon tenon) {
        assertThat(operations(tenon)).allSatisfy(operation -> {
            String permission = operation.description().get("x-permission").asText();
            assertThat(permission).as(operation.toString()).isNotIn("", "none");
            assertThat(permission.equals("public")).as(operation.toString()).isEqualTo(PUBLIC.contains(operation.toString()));
        });
    }

    @Test
    void memberWithoutPermissionsReachesNoRecordAndNoFunction(Tenon tenon) {
        Api admin = tenon.admin();
        String login = "nobody" + System.nanoTime();
        JsonNode member = admin.post("/api/identity/members", Map.of("name", "无权限", "login", login)).expect(201).json();
        String once = admin.post("/api/identity/members/" + member.get("id").asText() + "/reset-password", Map.of()).expect(200).json()
            .get("password").asText();
        Api first = Api.session(tenon.base(), login, once);
        first.get("/api/identity/tokens").expect(403);
        first.put("/api/identity/session/password", Map.of("current", once, "next", "Correct-horse-9")).expect(200, 204);
        Api powerless = Api.signIn(tenon.base(), login, "Correct-horse-9");
        List<String> reached = new ArrayList<>();
        for (Operation operation : operations(tenon)) {
            if (MEMBER.stream().anyMatch(operation.path()::startsWith)) {
                continue;
            }
            int status = call(powerless, operation);
            if (status != 403 && status != 404) {
                reached.add(operation + " -> " + status);
            }
        }
        assertThat(reached).isEmpty();
    }

    private static int call(Api api, Operation operation) {
        String path = operation.path().replaceAll("\\{[^}]+}", "0000000000001");
        if (path.endsWith("/events")) {
            path += "?probe=true";
        }
        boolean body = !operation.method().equals("GET") && !operation.method().equals("DELETE");
        String type = path.endsWith("/imports") ? "text/csv" : "application/json";
        Api sender = operation.method().equals("PATCH") ? api.with("If-Match", "\"1\"") : api;
        return sender.send(operation.method(), path, body ? BodyPublishers.ofString("{}") : BodyPublishers.noBody(), body ? type : null).status();
    }

    private static List<Operation> operations(Tenon tenon) {
        JsonNode paths = tenon.admin().get("/api/openapi.json").expect(200).json().get("paths");
        List<Operation> operations = new ArrayList<>();
        paths.fields().forEachRemaining(path -> path.getValue().fields().forEachRemaining(method -> {
            if (Set.of("get", "post", "put", "patch", "delete").contains(method.getKey())) {
                operations.add(new Operation(method.getKey().toUpperCase(java.util.Locale.ROOT), path.getKey(), method.getValue()));
            }
        }));
        return operations;
    }
}
