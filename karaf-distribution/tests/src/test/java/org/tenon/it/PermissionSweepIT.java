package org.tenon.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
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
        "/api/records/mentions", "/api/files");

    /** Reviewed: these answer any signed-in member, with nothing where they may see nothing. */
    private static final Map<String, String> EMPTY = Map.of("GET /api/jobs", "items", "GET /api/search", "groups", "GET /api/records/transfers", "items",
        "GET /api/records/templates", "items");

    /** Reviewed: these tell nothing of any record. */
    private static final Set<String> HARMLESS = Set.of("GET /api/search/state");

    /** Bodies that are right in form, so that only rights refuse them; {@code ID} is a customer's id, {@code MEMBER} the caller's, {@code OTHER} another member's. */
    private static final Map<String, String> BODIES = Map.of(
        "POST /api/records/bulk", "{'type':'customers.customer','action':'update','ids':['ID'],'values':{'level':'A'}}",
        "POST /api/records/comments/{type}/{id}", "{'body':'x'}",
        "PATCH /api/records/comments/{type}/{id}/{comment}", "{'body':'x'}",
        "POST /api/records/duplicates/check", "{'type':'customers.customer','values':{'name':'扫描试验'}}",
        "POST /api/records/duplicates/{type}/dismissals", "{'ids':['ID','0000000000001']}",
        "POST /api/records/merges", "{'type':'customers.customer','survivor':{'id':'ID','version':1},'others':[{'id':'0000000000001','version':1}],'values':{}}",
        "POST /api/records/rehearsals/{type}/{id}", "{'version':1,'values':{'level':'A'}}",
        "POST /api/records/templates/preview", "{'name':'x','sort':'print','type':'customers.customer','body':'{{name}}','version':0}",
        "POST /api/records/transfers", "{'from':'MEMBER','to':'OTHER','types':['customers.customer']}");

    /** Query parameters without which a call is wrong in form. */
    private static final Map<String, String> QUERIES = Map.of("GET /api/records/merges", "?type=customers.customer&id=ID",
        "GET /api/records/transfers", "?from=MEMBER", "DELETE /api/records/duplicates/{type}/dismissals", "?ids=ID,0000000000001",
        "POST /api/records/templates/preview", "?record=ID", "GET /api/records/templates/{id}/filled", "?record=ID");

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
            int status = call(nobody, operation, "0000000000001", "0000000000001", "0000000000002").status();
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
        String customer = admin.post("/api/customers/customers", Map.of("name", "扫描试验")).expect(201).json().get("id").asText();
        String other = admin.get("/api/identity/members?limit=1&sort=createdAt").expect(200).json().at("/items/0/id").asText();
        List<String> reached = new ArrayList<>();
        for (Operation operation : operations(tenon)) {
            if (MEMBER.stream().anyMatch(operation.path()::startsWith) || HARMLESS.contains(operation.toString())) {
                continue;
            }
            Api.Answer answer = call(powerless, operation, customer, member.get("id").asText(), other);
            String list = EMPTY.get(operation.toString());
            boolean empty = list != null && answer.status() == 200 && answer.json().path(list).isEmpty();
            if (answer.status() != 403 && answer.status() != 404 && !empty) {
                reached.add(operation + " -> " + answer.status());
            }
        }
        assertThat(reached).isEmpty();
    }

    private static Api.Answer call(Api api, Operation operation, String customer, String member, String other) {
        UnaryOperator<String> filled = text -> text.replace("ID", customer).replace("MEMBER", member).replace("OTHER", other).replace('\'', '"');
        String path = operation.path().replace("{type}", "customers.customer").replaceAll("\\{[^}]+}", customer)
            + filled.apply(QUERIES.getOrDefault(operation.toString(), ""));
        if (path.endsWith("/events")) {
            path += "?probe=true";
        }
        boolean body = !operation.method().equals("GET") && !operation.method().equals("DELETE");
        String type = path.endsWith("/imports") ? "text/csv" : "application/json";
        String json = filled.apply(BODIES.getOrDefault(operation.toString(), "{}"));
        Api sender = operation.method().equals("PATCH") ? api.with("If-Match", "\"1\"") : api;
        return sender.send(operation.method(), path, body ? BodyPublishers.ofString(json) : BodyPublishers.noBody(), body ? type : null);
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
