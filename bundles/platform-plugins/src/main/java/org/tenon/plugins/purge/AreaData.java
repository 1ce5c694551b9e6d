package org.tenon.plugins.purge;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.tenon.persistence.AreaRemains;
import org.tenon.persistence.AreaRows;
import org.tenon.persistence.Db;

/** All that is stored of areas: their tables, and what parts of the platform keep about them. For areas whose bundles are gone. */
public final class AreaData {

    /** Rows of one transaction. */
    private static final int STEP = 500;
    private static final String AREA = "[a-z][a-z0-9]*";

    private final Db db;
    private final AreaTables tables;
    private final Remains remains;

    public AreaData(Db db, Remains remains) {
        this.db = db;
        this.tables = new AreaTables(db);
        this.remains = remains;
    }

    /**
     * Copies all of it to a file, then drops and deletes it. Broken off, it can be done again; then the copy has what was left.
     *
     * @param areas whose names are as the linter wants them
     * @param copy  a zip file with one {@code <table>.jsonl} for each table, {@code kept/<table>.jsonl} for what others keep, and their files; not there yet
     */
    public void purge(List<String> areas, Path copy) {
        areas.stream().filter(area -> !area.matches(AREA)).findFirst().ifPresent(area -> {
            throw new IllegalArgumentException(area + " is no area's name");
        });
        List<String> own = tables.of(areas);
        copy(areas, own, copy);
        tables.drop(own);
        areas.forEach(this::purge);
    }

    private void copy(List<String> areas, List<String> own, Path file) {
        try {
            Files.createDirectories(file.getParent());
            Path unfinished = file.resolveSibling(file.getFileName() + ".new");
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(unfinished))) {
                for (String table : own) {
                    zip.putNextEntry(new ZipEntry(table.toLowerCase(Locale.ROOT) + ".jsonl"));
                    copy("SELECT * FROM \"" + table + "\"", zip);
                    zip.closeEntry();
                }
                for (String area : areas) {
                    kept(area, areas.size() > 1 ? "kept/" + area + "/" : "kept/", zip);
                }
            }
            Files.move(unfinished, file);
        } catch (IOException e) {
            throw new UncheckedIOException("the data cannot be copied to " + file, e);
        }
    }

    private void kept(String area, String folder, ZipOutputStream zip) throws IOException {
        for (AreaRemains keeper : remains.keepers()) {
            for (AreaRows rows : keeper.rows(area)) {
                zip.putNextEntry(new ZipEntry(folder + rows.table() + ".jsonl"));
                copy("SELECT * FROM " + rows.table() + " WHERE " + rows.condition(), zip);
                zip.closeEntry();
            }
            keeper.copy(area, (name, content) -> {
                zip.putNextEntry(new ZipEntry(folder + name));
                content.transferTo(zip);
                zip.closeEntry();
            });
        }
    }

    private void copy(String sql, OutputStream target) {
        db.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement(sql); ResultSet rows = query.executeQuery()) {
                return RowLines.write(rows, target);
            }
        });
    }

    private void purge(String area) {
        for (AreaRemains keeper : remains.keepers()) {
            keeper.purge(area);
            for (AreaRows rows : keeper.rows(area)) {
                while (!rows.kept() && delete(rows) == STEP) {
                    // The next ones in a transaction of their own.
                }
            }
        }
    }

    /** @return how many, {@link #STEP} if there may be more */
    private int delete(AreaRows rows) {
        String from = " FROM " + rows.table() + " WHERE " + rows.condition();
        return db.write(connection -> {
            try (PreparedStatement query = connection.prepareStatement("SELECT *" + from, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_UPDATABLE)) {
                query.setMaxRows(STEP);
                int deleted = 0;
                try (ResultSet found = query.executeQuery()) {
                    if (found.getConcurrency() != ResultSet.CONCUR_UPDATABLE) {
                        return deleteAll(connection, from);
                    }
                    for (; found.next(); deleted++) {
                        found.deleteRow();
                    }
                }
                return deleted;
            }
        });
    }

    /** Derby deletes row by row only where the condition has no subquery. @return 0, as none are left */
    private static int deleteAll(Connection connection, String from) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("DELETE" + from);
            return 0;
        }
    }
}
