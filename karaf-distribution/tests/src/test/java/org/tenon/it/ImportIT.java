package org.tenon.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.tenon.testkit.process.Api;
import org.tenon.testkit.process.Await;
import org.tenon.testkit.process.Tenon;

/** Imports in the running distribution: over a killed process with every row once, taken back, duplicates, members apart. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportIT {

    private static final String CUSTOMERS = "/api/customers/customers";
    private static final int ROWS = 3_000;

    @TempDir
    private Path folder;
    private Tenon tenon;
    private Api admin;
    private Importing importing;

    @BeforeAll
    void start() {
        tenon = Tenon.start("import", Map.of());
        admin = tenon.admin();
        importing = new Importing(admin);
    }

    @AfterAll
    void stop() {
        tenon.close();
    }

    @Test
    void aKilledProcessGoesOnAfterItsRestartWithEveryRowOnceAndAllOfItCanBeTakenBack() throws IOException {
        StringBuilder csv = new StringBuilder("客户名称,客户等级,联系人,手机\n");
        for (int i = 0; i < ROWS; i++) {
            csv.append("断电导入").append(i).append(',').append(i == 2_000 ? "没有这级" : "A").append(",王").append(i).append(",1380000").append("%04d".formatted(i)).append('\n');
        }
        Path file = Files.write(folder.resolve("断电.csv"), csv.toString().getBytes(Charset.forName("GB18030")));
        String id = importing.begin(file, Map.of("duplicates", "create"));
        importing.start(id, "run");
        Await.until("a step is done", Duration.ofMinutes(1), () -> importing.now(id).at("/counts/read").asLong() > 0);

        tenon.kill();
        tenon.boot();

        JsonNode done = importing.ended(id);
        assertThat(done.get("state").asText()).isEqualTo("done");
        assertThat(done.at("/counts/created").asInt()).isEqualTo(ROWS - 1);
        assertThat(done.at("/counts/linked").asInt()).isEqualTo(ROWS - 1);
        assertThat(importing.rows(id, "refused")).singleElement().satisfies(row -> assertThat(row.get("line").asInt()).isEqualTo(2_002));
        assertThat(count("断电导入")).isEqualTo(ROWS - 1);
        for (int i : List.of(0, 499, 500, 1_499, 2_999)) {
            Object exact = Map.of("==", List.of(Map.of("var", "name"), "断电导入" + i));
            assertThat(admin.get(CUSTOMERS + "?filter=" + Api.encode(exact)).expect(200).json().get("items")).hasSize(1);
        }

        importing.start(id, "undo");
        JsonNode undone = importing.ended(id);
        assertThat(undone.get("state").asText()).isEqualTo("undone");
        assertThat(undone.at("/counts/undone").asInt()).isEqualTo(2 * (ROWS - 1));
        assertThat(undone.at("/counts/kept").asInt()).isZero();
        assertThat(count("断电导入")).isZero();
    }

    @Test
    void changesArePreviewedStoredAndTakenBackButForWhatWasChangedSince() throws IOException {
        admin.post(CUSTOMERS, Map.of("name", "更新甲公司", "level", "B", "remark", "旧")).expect(201);
        String kept = admin.post(CUSTOMERS, Map.of("name", "更新乙公司", "level", "B")).expect(201).json().get("id").asText();
        Path file = folder.resolve("更新.csv");
        Files.writeString(file, "客户名称,客户等级,备注\n更新甲公司,A,新\n更新乙公司,A,\n更新丙公司,A,\n");
        String id = importing.begin(file, Map.of("mode", "createOrUpdate", "match", List.of("name")));

        importing.start(id, "check");
        assertThat(importing.ended(id).get("state").asText()).isEqualTo("checked");
        JsonNode changes = importing.rows(id, "updated").get(0).get("changes");
        assertThat(changes.toString()).contains("\"old\":\"旧\",\"new\":\"新\"");
        assertThat(count("更新丙公司")).isZero();

        importing.start(id, "run");
        assertThat(importing.ended(id).get("counts").toString()).contains("\"created\":1,\"updated\":2");
        int version = admin.get(CUSTOMERS + "/" + kept).expect(200).json().get("version").asInt();
        admin.patch(CUSTOMERS + "/" + kept, version, Map.of("remark", "手改")).expect(200);

        importing.start(id, "undo");
        assertThat(importing.ended(id).get("counts").toString()).contains("\"undone\":2,\"kept\":1");
        assertThat(importing.rows(id, "kept").get(0).get("record").asText()).isEqualTo(kept);
        Object exact = Map.of("==", List.of(Map.of("var", "name"), "更新甲公司"));
        JsonNode back = admin.get(CUSTOMERS + "?filter=" + Api.encode(exact)).expect(200).json().at("/items/0");
        assertThat(back.get("remark").asText()).isEqualTo("旧");
        assertThat(back.get("level").asText()).isEqualTo("B");
        assertThat(count("更新丙公司")).isZero();
    }

    @Test
    void rowsThatRepeatARecordAreSkippedAndSaySo() throws IOException {
        String there = admin.post(CUSTOMERS, Map.of("name", "上海市榫卯重复贸易有限公司",
                "phones", List.of(Map.of("kind", "office", "value", "021-55550001")))).expect(201).json().get("id").asText();
        Path file = folder.resolve("重复.csv");
        Files.writeString(file, "客户名称,电话\n上海榫卯重复贸易有限责任公司,(021)5555 0001\n完全不同的机械厂,010-12345678\n完全不同的机械厂,010-12345678\n");
        JsonNode done = importing.load(file, Map.of());
        assertThat(done.get("counts").toString()).contains("\"created\":1").contains("\"skipped\":2");
        JsonNode skipped = importing.rows(done.get("id").asText(), "skipped");
        assertThat(skipped.at("/0/others/0/id").asText()).isEqualTo(there);
    }

    @Test
    void nobodySeesTheImportsOfOthers() throws IOException {
        Path file = folder.resolve("mine.csv");
        Files.writeString(file, "客户名称\n我的公司\n");
        String id = importing.begin(file, Map.of());
        JsonNode member = admin.post("/api/identity/members", Map.of("name", "旁人", "login", "bystander")).expect(201).json();
        String once = admin.post("/api/identity/members/" + member.get("id").asText() + "/reset-password", Map.of()).expect(200).json().get("password").asText();
        Api.session(tenon.base(), "bystander", once).put("/api/identity/session/password", Map.of("current", once, "next", "Correct-horse-9")).expect(200, 204);
        Api bystander = Api.signIn(tenon.base(), "bystander", "Correct-horse-9");
        bystander.get("/api/records/imports/" + id).expect(404);
        bystander.get("/api/records/imports/" + id + "/rows").expect(404);
        bystander.get("/api/records/imports/" + id + "/refused").expect(404);
        bystander.post("/api/records/imports/" + id + "/run", Map.of()).expect(404);
        bystander.get("/api/records/imports?type=customers.customer").expect(403, 404);
    }

    private int count(String prefix) {
        Object starts = Map.of("startsWith", List.of(Map.of("var", "name"), prefix));
        return admin.get(CUSTOMERS + "?limit=1&total=true&filter=" + Api.encode(starts)).expect(200).json().at("/total/count").asInt();
    }
}
