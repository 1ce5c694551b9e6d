package org.tenon.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tenon.testkit.process.Api;
import org.tenon.testkit.process.RunningTenon;
import org.tenon.testkit.process.Tenon;

/** What people and programs send by mistake: a clear error that names the field or line, nothing stored, nothing logged as ERROR. */
@ExtendWith(RunningTenon.class)
class BadInputIT {

    private static final String CUSTOMERS = "/api/customers/customers";
    private static final String IMPORTS = "/api/records/imports?type=customers.customer";
    private static final int MEGABYTE = 1024 * 1024;

    private final Tenon tenon;
    private final Api api;
    private int before;
    private int errors;

    BadInputIT(Tenon tenon) {
        this.tenon = tenon;
        this.api = tenon.admin();
    }

    @BeforeEach
    void remember() {
        before = count();
        errors = errorLines();
    }

    @AfterEach
    void nothingIsStoredAndNothingLogged() {
        assertThat(count()).isEqualTo(before);
        assertThat(errorLines()).isEqualTo(errors);
    }

    @Test
    void unknownFieldIsNamed() {
        assertField(api.post(CUSTOMERS, Map.of("name", "甲", "colour", "red")), 422, "colour");
    }

    @Test
    void wrongTypeIsNamed() {
        assertField(api.post(CUSTOMERS, Map.of("name", 7)), 422, "name");
        assertField(api.post(CUSTOMERS, Map.of("name", "甲", "founded", "2023-02-30")), 422, "founded");
        assertField(api.post(CUSTOMERS, Map.of("name", "甲", "registeredCapital", "一千万")), 422, "registeredCapital");
    }

    @Test
    void missingAndBlankAreRefused() {
        assertField(api.post(CUSTOMERS, Map.of()), 422, "name");
        assertField(api.post(CUSTOMERS, Map.of("name", "  ")), 422, "name");
    }

    @Test
    void overLongTextIsNamed() {
        assertField(api.post(CUSTOMERS, Map.of("name", "长".repeat(5000))), 422, "name");
    }

    @Test
    void nulCharacterIsNamed() {
        assertField(api.post(CUSTOMERS, Map.of("name", "a\u0000b")), 400, "name");
    }

    @Test
    void wrongCheckDigitIsNamed() {
        assertField(api.post(CUSTOMERS, Map.of("name", "甲", "creditCode", "91031135F76ER580J6")), 422, "creditCode");
    }

    @Test
    void fiftyMegabytesOfJsonAreTooLarge() {
        byte[] chunk = "{\"name\":\"".getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[50_000_000];
        java.util.Arrays.fill(all, (byte) 'x');
        System.arraycopy(chunk, 0, all, 0, chunk.length);
        int status;
        try {
            status = api.send("POST", CUSTOMERS, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(all)), "application/json").status();
        } catch (java.io.UncheckedIOException closed) {
            status = 413; // the server may answer and close before it was sent everything
        }
        assertThat(status).isEqualTo(413);
    }

    @Test
    void brokenUtf8AndBrokenJsonAreUnreadable() {
        byte[] broken = {'{', '"', 'n', 'a', 'm', 'e', '"', ':', '"', (byte) 0xC3, (byte) 0x28, '"', '}'};
        assertProblem(api.send("POST", CUSTOMERS, BodyPublishers.ofByteArray(broken), "application/json"), 400);
        assertProblem(api.send("POST", CUSTOMERS, BodyPublishers.ofString("{\"name\":"), "application/json"), 400);
        assertProblem(api.send("POST", CUSTOMERS, BodyPublishers.ofString("[1,2]"), "application/json"), 400);
        assertProblem(api.send("POST", CUSTOMERS, BodyPublishers.ofString("{\"name\":\"a\",\"name\":\"b\"}"), "application/json"), 400);
    }

    @Test
    void raggedRowsAreRefusedByLine(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("ragged.csv");
        Files.writeString(file, "客户名称,行业\n甲,金融,多余\n");
        Importing importing = new Importing(api);
        JsonNode done = importing.load(file, Map.of());
        assertThat(done.at("/counts/created").asInt()).isZero();
        assertThat(importing.rows(done.get("id").asText(), "refused").at("/0/line").asInt()).isEqualTo(2);
    }

    @Test
    void fileThatIsNoTextIsRefusedWhole(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("picture.csv");
        Files.write(file, new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 0, 1, (byte) 0xff, (byte) 0xff, 0, 7});
        assertProblem(api.upload("/api/records/imports?type=customers.customer", file), 400);
    }

    @Test
    void spreadsheetThatUnpacksToGigabytesIsTooLarge() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bomb)) {
            out.putNextEntry(new ZipEntry("[Content_Types].xml"));
            out.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] blanks = new byte[MEGABYTE];
            for (int i = 0; i < 1_500; i++) {
                out.write(blanks);
            }
        }
        long kept = kept();
        assertProblem(api.send("POST", IMPORTS, BodyPublishers.ofByteArray(bomb.toByteArray()),
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), 413);
        assertThat(kept()).isEqualTo(kept);
    }

    @Test
    void gigabyteOfTextIsTooLargeAndNotKept() throws IOException {
        long kept = kept();
        byte[] line = ("某公司" + "x".repeat(1_000) + "\n").getBytes(StandardCharsets.UTF_8);
        InputStream gigabyte = new InputStream() {
            private long at;

            @Override
            public int read() {
                return at == 1L << 30 ? -1 : line[(int) (at++ % line.length)] & 0xff;
            }
        };
        int status;
        try {
            status = api.send("POST", IMPORTS, BodyPublishers.ofInputStream(() -> gigabyte), "text/csv").status();
        } catch (java.io.UncheckedIOException closed) {
            status = 413; // the server may answer and close before it was sent everything
        }
        assertThat(status).isEqualTo(413);
        assertThat(kept()).isEqualTo(kept);
        assertThat(used()).isLessThan(900L * MEGABYTE);
    }

    @Test
    void companiesThatStandAboveEachOtherInOneFileAreRefusedByLine(@TempDir Path folder) throws Exception {
        List<String> ids = Stream.of("圈甲", "圈乙", "圈丙").map(name -> api.post(CUSTOMERS, Map.of("name", name)).expect(201).json().get("id").asText()).toList();
        Path file = folder.resolve("circle.csv");
        Files.writeString(file, "客户名称,上级公司\n圈甲,圈乙\n圈乙,圈丙\n圈丙,圈甲\n");
        Importing importing = new Importing(api);
        JsonNode done = importing.load(file, Map.of("mode", "update", "match", List.of("name")));

        assertThat(done.at("/counts/updated").asInt()).isEqualTo(2);
        assertThat(importing.rows(done.get("id").asText(), "refused")).singleElement()
                .satisfies(row -> assertThat(row.at("/errors/0/field").asText()).isEqualTo("parentId"));
        importing.start(done.get("id").asText(), "undo");
        assertThat(importing.ended(done.get("id").asText()).at("/counts/undone").asInt()).isEqualTo(2);
        ids.forEach(id -> api.delete(CUSTOMERS + "/" + id).expect(204));
    }

    @Test
    void endedSessionAndWrongTokenAreUnauthenticated() {
        assertProblem(Api.withToken(tenon.base(), "tnn_nonsense").get(CUSTOMERS), 401);
        assertProblem(Api.anonymous(tenon.base()).with("Cookie", "TENON_SESSION=expired").get(CUSTOMERS), 401);
    }

    @Test
    void sessionWithoutItsCsrfTokenMayOnlyRead() {
        Api session = Api.session(tenon.base(), "admin", tenon.adminPassword());
        Api forged = Api.anonymous(tenon.base()).with("Cookie", session.headers().get("Cookie"));
        forged.get(CUSTOMERS).expect(200);
        assertProblem(forged.post(CUSTOMERS, Map.of("name", "甲")), 403);
    }

    @Test
    void staleVersionAndMissingVersionAreToldApart() {
        JsonNode any = api.post("/api/identity/positions", Map.of("name", "试验岗位" + System.nanoTime())).expect(201).json();
        String path = "/api/identity/positions/" + any.get("id").asText();
        assertProblem(api.patch(path, 99, Map.of("name", "x")), 412);
        assertProblem(api.send("PATCH", path, Api.json(Map.of("name", "x")), "application/json"), 428);
    }

    @Test
    void unknownSortFilterAndCursorAreRefused() {
        assertThat(api.get(CUSTOMERS + "?sort=colour").status()).isEqualTo(422);
        assertThat(api.get(CUSTOMERS + "?filter=" + Api.encode("{\"==\":[{\"var\":\"colour\"},1]}")).status()).isEqualTo(422);
        assertThat(api.get(CUSTOMERS + "?filter=" + Api.encode("{\"==\":")).status()).isEqualTo(400);
        assertThat(api.get(CUSTOMERS + "?cursor=nonsense").status()).isIn(400, 422);
        assertThat(api.get(CUSTOMERS + "?limit=100000").status()).isEqualTo(422);
        assertThat(api.get(CUSTOMERS + "/not-an-id").status()).isEqualTo(404);
    }

    private void assertField(Api.Answer answer, int status, String field) {
        assertProblem(answer, status);
        assertThat(answer.json().get("errors").findValuesAsText("field")).contains(field);
        assertThat(answer.json().get("errors").findValuesAsText("message")).noneMatch(String::isBlank);
    }

    private static void assertProblem(Api.Answer answer, int status) {
        answer.expect(status);
        assertThat(answer.header("content-type")).startsWith("application/problem+json");
        assertThat(answer.json().get("status").asInt()).isEqualTo(status);
        assertThat(answer.response().body()).doesNotContain("org.tenon").doesNotContain("Exception");
    }

    private int count() {
        return api.get(CUSTOMERS + "?limit=1&total=true").expect(200).json().get("total").get("count").asInt();
    }

    /** Bytes of all kept files. */
    private long kept() throws IOException {
        try (Stream<Path> files = Files.walk(tenon.home().resolve("files"))) {
            return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        }
    }

    /** Bytes of memory the server has in use. */
    private long used() throws IOException {
        String line = Files.readAllLines(Path.of("/proc/" + tenon.pid() + "/status")).stream().filter(each -> each.startsWith("VmRSS:")).findFirst().orElseThrow();
        return Long.parseLong(line.replaceAll("\\D", "")) * 1_024;
    }

    private int errorLines() {
        return (int) tenon.log().lines().filter(line -> line.contains("ERROR")).count();
    }
}
