package org.tenon.plugins.purge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.io.TempDir;
import org.tenon.persistence.AreaRemains;
import org.tenon.persistence.AreaRows;
import org.tenon.persistence.DatabaseConfig;
import org.tenon.persistence.standalone.StandalonePersistence;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.TestDatabase;

class AreaDataTest {

    private static final int MANY = 1_201;

    @TempDir
    private Path folder;

    /** Keeps notes about records in one table, lines of notes in another, and a file. */
    private static final class Notes implements AreaRemains {

        private final List<String> purged = new ArrayList<>();

        @Override
        public List<AreaRows> rows(String area) {
            String type = "record_type LIKE '" + area + ".%'";
            return List.of(AreaRows.of("notes_line", "note_id IN (SELECT id FROM notes_note WHERE " + type + ")"), AreaRows.of("notes_note", type),
                new AreaRows("notes_log", type, true));
        }

        @Override
        public void copy(String area, Copies copies) throws IOException {
            copies.add("files/1", new ByteArrayInputStream("enclosed".getBytes(StandardCharsets.UTF_8)));
        }

        @Override
        public void purge(String area) {
            purged.add(area);
        }
    }

    @BothDatabases
    void tablesAndWhatOthersKeepAreCopiedAndGone(TestDatabase database) throws IOException, SQLException {
        database.connect().close();
        for (String sql : List.of("CREATE TABLE orders_order (id BIGINT NOT NULL PRIMARY KEY, title VARCHAR(20))", "CREATE TABLE tenon_history_orders (id BIGINT NOT NULL PRIMARY KEY)",
                "CREATE TABLE ordersplus_order (id BIGINT NOT NULL PRIMARY KEY)", "CREATE TABLE notes_note (id BIGINT NOT NULL PRIMARY KEY, record_type VARCHAR(63))",
                "CREATE TABLE notes_line (id BIGINT NOT NULL PRIMARY KEY, note_id BIGINT)", "CREATE TABLE notes_log (id BIGINT NOT NULL PRIMARY KEY, record_type VARCHAR(63))",
                "INSERT INTO orders_order VALUES (1, 'cups')", "INSERT INTO notes_note VALUES (1, 'orders.order'), (2, 'ordersplus.order')", "INSERT INTO notes_line VALUES (1, 1), (2, 2), (3, 1)",
                "INSERT INTO notes_log VALUES (1, 'orders.order')")) {
            database.execute(sql);
        }
        for (int id = 10; id < 10 + MANY; id++) {
            database.execute("INSERT INTO notes_note VALUES (" + id + ", 'orders.order')");
        }
        Notes notes = new Notes();
        Remains remains = new Remains();
        remains.add(notes);
        Path copy = folder.resolve("backups/orders.zip");
        try (var persistence = StandalonePersistence.open(DatabaseConfig.of(database.url(), database.user(), database.password()))) {
            AreaData data = new AreaData(persistence.db(), remains);

            data.purge(List.of("orders"), copy);

            assertThat(new AreaTables(persistence.db()).of(List.of("orders"))).isEmpty();
            assertThat(new AreaTables(persistence.db()).of(List.of("ordersplus"))).hasSize(1);
            assertThat(count(database, "notes_note")).as("of another area").isEqualTo(1);
            assertThat(count(database, "notes_line")).as("of another area").isEqualTo(1);
            assertThat(count(database, "notes_log")).as("its keeper takes it away").isEqualTo(1);
            assertThat(notes.purged).containsExactly("orders");
            assertThatThrownBy(() -> data.purge(List.of("a' OR '1'='1"), copy)).isInstanceOf(IllegalArgumentException.class);
        }
        try (ZipFile zip = new ZipFile(copy.toFile())) {
            assertThat(text(zip, "orders_order.jsonl")).isEqualTo("[\"id\",\"title\"]\n[1,\"cups\"]");
            assertThat(text(zip, "kept/notes_note.jsonl").lines()).hasSize(MANY + 2);
            assertThat(text(zip, "kept/notes_line.jsonl").lines()).hasSize(3);
            assertThat(text(zip, "kept/notes_log.jsonl")).contains("orders.order");
            assertThat(text(zip, "kept/files/1")).isEqualTo("enclosed");
        }
    }

    private static long count(TestDatabase database, String table) throws SQLException {
        try (var connection = database.connect(); var statement = connection.createStatement(); var rows = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static String text(ZipFile zip, String name) throws IOException {
        return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }
}
