package org.tenon.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tenon.testkit.process.Api;
import org.tenon.testkit.process.Await;
import org.tenon.testkit.process.RunningTenon;
import org.tenon.testkit.process.Tenon;

/** Files, comments, mentions and the system log through REST, also for those who have no business there. */
@ExtendWith(RunningTenon.class)
class AttachmentsIT {

    private static final String CUSTOMER = "customers.customer/";
    private static final String PASSWORD = "Correct-horse-9";

    /** Somebody who is signed in. */
    private record Member(String id, Api api) {
    }

    private final Tenon tenon;
    private final Api admin;
    private final String stamp = Long.toString(System.nanoTime(), 36);
    private Member stranger;
    private String customer;

    AttachmentsIT(Tenon tenon) {
        this.tenon = tenon;
        this.admin = tenon.admin();
    }

    /** The stranger reads the customers they own alone. */
    @BeforeEach
    void aCustomerAndAStranger() {
        String role = admin.post("/api/identity/roles", Map.of("name", "Own " + stamp)).expect(201).json().get("id").asText();
        List<Map<String, Object>> grants = List.of("read", "update", "create").stream().map(action -> Map.<String, Object>of("type", "customers.customer",
                "action", action, "scope", "own", "departments", List.of())).toList();
        admin.put("/api/identity/roles/" + role + "/grants", Map.of("version", 0, "grants", grants, "fields", List.of(), "functions", List.of())).expect(200);
        String login = "stranger" + stamp;
        String id = admin.post("/api/identity/members", Map.of("name", "陌生 " + stamp, "login", login, "roleIds", List.of(role))).expect(201).json().get("id").asText();
        String once = admin.post("/api/identity/members/" + id + "/reset-password", Map.of()).expect(200).json().get("password").asText();
        Api.session(tenon.base(), login, once).put("/api/identity/session/password", Map.of("current", once, "next", PASSWORD)).expect(200, 204);
        stranger = new Member(id, Api.signIn(tenon.base(), login, PASSWORD));
        customer = admin.post("/api/customers/customers", Map.of("name", "附件公司 " + stamp,
                "phones", List.of(Map.of("kind", "office", "value", "021-63583907")))).expect(201).json().get("id").asText();
    }

    @Test
    void aFileIsForThoseWhoReadItsRecord() {
        String file = upload(admin, "../../合同.txt", "甲方乙方");
        assertThat(admin.get("/api/files/" + file).expect(200).header("Content-Disposition")).startsWith("attachment").endsWith("%E5%90%88%E5%90%8C.txt")
                .doesNotContain("..");
        stranger.api().get("/api/files/" + file).expect(404);
        admin.post("/api/records/attachments/" + CUSTOMER + customer, Map.of("file", file)).expect(201);
        stranger.api().get("/api/files/" + file).expect(404);
        stranger.api().get("/api/records/attachments/" + CUSTOMER + customer).expect(404);
        stranger.api().delete("/api/files/" + file).expect(404);
        stranger.api().delete("/api/records/attachments/" + CUSTOMER + customer + "/" + file).expect(404);
        admin.delete("/api/files/" + file).expect(409);
        String mine = upload(stranger.api(), "mine.txt", "mine");
        stranger.api().post("/api/records/attachments/" + CUSTOMER + customer, Map.of("file", mine)).expect(404);

        admin.put("/api/records/shares/" + CUSTOMER + customer + "/member/" + stranger.id(), Map.of("access", "read")).expect(200);
        assertThat(stranger.api().get("/api/files/" + file).expect(200).response().body()).isEqualTo("甲方乙方");
        stranger.api().post("/api/records/attachments/" + CUSTOMER + customer, Map.of("file", mine)).expect(403);
        admin.delete("/api/records/attachments/" + CUSTOMER + customer + "/" + file).expect(204);
        admin.get("/api/files/" + file).expect(404);
    }

    @Test
    void pagesAndPicturesThatRunCodeAreOnlyDownloaded() {
        for (String name : List.of("page.html", "picture.png", "drawing.svg")) {
            String content = name.endsWith(".svg") ? "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>" : "<html><script>alert(1)</script></html>";
            Api.Answer answer = admin.get("/api/files/" + upload(admin, name, content) + "?inline=true").expect(200);
            assertThat(answer.header("Content-Type")).as(name).isEqualTo("application/octet-stream");
            assertThat(answer.header("Content-Disposition")).as(name).startsWith("attachment");
            assertThat(answer.header("Content-Security-Policy")).as(name).contains("default-src 'none'").endsWith("sandbox");
            assertThat(answer.header("X-Content-Type-Options")).as(name).isEqualTo("nosniff");
        }
    }

    @Test
    void commentsAreForThoseWhoReadTheRecordAndMentionsReachThemAlone() {
        stranger.api().post("/api/records/comments/" + CUSTOMER + customer, Map.of("body", "hello")).expect(404);
        stranger.api().get("/api/records/timeline/" + CUSTOMER + customer).expect(404);
        Map<String, String> words = Map.of("body", "@[" + stranger.id() + "] 请看");
        JsonNode unheard = admin.post("/api/records/comments/" + CUSTOMER + customer, words).expect(201).json();
        assertThat(unheard.get("unreached").get(0).get("id").asText()).isEqualTo(stranger.id());
        assertThat(stranger.api().get("/api/records/mentions").expect(200).json().get("unread").asInt()).isZero();

        admin.put("/api/records/shares/" + CUSTOMER + customer + "/member/" + stranger.id(), Map.of("access", "read")).expect(200);
        JsonNode said = admin.post("/api/records/comments/" + CUSTOMER + customer, words).expect(201).json();
        assertThat(said.get("unreached")).isEmpty();
        JsonNode mentions = stranger.api().get("/api/records/mentions").expect(200).json();
        assertThat(mentions.get("unread").asInt()).isEqualTo(1);
        assertThat(mentions.get("items").get(0).get("record").get("id").asText()).isEqualTo(customer);
        stranger.api().post("/api/records/mentions/read", Map.of()).expect(200, 204);
        assertThat(stranger.api().get("/api/records/mentions?unread=true").expect(200).json().get("items")).isEmpty();
        stranger.api().delete("/api/records/comments/" + CUSTOMER + customer + "/" + said.get("id").asText()).expect(403);
        JsonNode items = stranger.api().get("/api/records/timeline/" + CUSTOMER + customer + "?kinds=comment").expect(200).json().get("items");
        assertThat(items).hasSize(2).allSatisfy(item -> assertThat(item.get("source").asText()).isIn("screen", "token"));
    }

    @Test
    void theSystemLogTellsWhoSignedInAndWhoLookedAndIsWhole() {
        Api.anonymous(tenon.base()).post("/api/identity/session", Map.of("login", "stranger" + stamp, "password", "wrong")).expect(401);
        admin.get("/api/customers/customers/" + customer).expect(200);
        Await.until("the look is written down", Duration.ofSeconds(20), () -> admin.get("/api/identity/audit?kind=records.viewed&limit=200").expect(200).response().body().contains(customer));
        assertThat(admin.get("/api/identity/audit?kind=sign.in.failed&member=" + stranger.id()).expect(200).json().get("items")).hasSize(1);
        stranger.api().get("/api/identity/audit").expect(403);
        stranger.api().post("/api/identity/audit/check", Map.of()).expect(403);
        JsonNode logs = admin.post("/api/identity/audit/check", Map.of()).expect(200).json().get("logs");
        assertThat(logs).hasSize(2).allSatisfy(log -> assertThat(log.get("broken").isNull()).as(log.toString()).isTrue());
        assertThat(admin.get("/api/identity/audit/export?kind=sign.in.failed").expect(200).response().body()).contains("陌生 " + stamp);
    }

    private static String upload(Api api, String name, String content) {
        String form = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n\r\n" + content + "\r\n--x--\r\n";
        return api.send("POST", "/api/files", BodyPublishers.ofString(form, StandardCharsets.UTF_8), "multipart/form-data; boundary=x").expect(201).json()
                .get("id").asText();
    }
}
