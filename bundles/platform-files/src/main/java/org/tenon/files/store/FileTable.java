package org.tenon.files.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tenon.persistence.Db;
import org.tenon.sdk.file.StoredFile;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordRef;

/** Rows of {@code files_file}. Safe for all threads. */
final class FileTable {

    private static final String COLUMNS = "id, name, content_type, size_bytes, sha256, member_id, owner_type, owner_id, created_at, expires_at";
    private static final String INSERT = "INSERT INTO files_file (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final Db db;

    FileTable(Db db) {
        this.db = db;
    }

    void insert(StoredFile file) {
        db.write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                insert.setLong(1, file.id().value());
                insert.setString(2, file.name());
                insert.setString(3, file.contentType());
                insert.setLong(4, file.size());
                insert.setString(5, file.sha256());
                insert.setLong(6, file.memberId());
                insert.setString(7, file.owner() == null ? null : file.owner().type());
                insert.setObject(8, file.owner() == null ? null : (Long) file.owner().target(), Types.BIGINT);
                insert.setTimestamp(9, Timestamp.valueOf(file.createdAt()));
                insert.setTimestamp(10, file.expiresAt() == null ? null : Timestamp.valueOf(file.expiresAt()));
                return insert.executeUpdate();
            }
        });
    }

    Optional<StoredFile> find(RecordId id) {
        return list("WHERE id = ?", id.value()).stream().findFirst();
    }

    List<StoredFile> of(RecordRef owner) {
        return list("WHERE owner_type = ? AND owner_id = ? ORDER BY id DESC FETCH FIRST 1000 ROWS ONLY", owner.type(), owner.target());
    }

    /** At most 500. @param now UTC */
    List<StoredFile> expired(LocalDateTime now) {
        return list("WHERE expires_at <= ? ORDER BY expires_at FETCH FIRST 500 ROWS ONLY", Timestamp.valueOf(now));
    }

    /** Gives a file that no record has to a record. @return false if there is no such file or a record has it */
    boolean own(RecordId id, RecordRef owner) {
        return db.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                "UPDATE files_file SET owner_type = ?, owner_id = ?, expires_at = NULL WHERE id = ? AND owner_type IS NULL")) {
                update.setString(1, owner.type());
                update.setLong(2, owner.target());
                update.setLong(3, id.value());
                return update.executeUpdate() == 1;
            }
        });
    }

    /** Hands a record's file over to another. @return false if it is not the record's */
    boolean move(RecordId id, RecordRef from, RecordRef to) {
        return db.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                "UPDATE files_file SET owner_type = ?, owner_id = ? WHERE id = ? AND owner_type = ? AND owner_id = ?")) {
                update.setString(1, to.type());
                update.setLong(2, to.target());
                update.setLong(3, id.value());
                update.setString(4, from.type());
                update.setLong(5, from.target());
                return update.executeUpdate() == 1;
            }
        });
    }

    /** @return false if another was faster */
    boolean delete(RecordId id) {
        return db.write(connection -> {
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM files_file WHERE id = ?")) {
                delete.setLong(1, id.value());
                return delete.executeUpdate() == 1;
            }
        });
    }

    private List<StoredFile> list(String where, Object... parameters) {
        return db.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT " + COLUMNS + " FROM files_file " + where)) {
                for (int i = 0; i < parameters.length; i++) {
                    select.setObject(i + 1, parameters[i]);
                }
                try (ResultSet rows = select.executeQuery()) {
                    List<StoredFile> files = new ArrayList<>();
                    while (rows.next()) {
                        files.add(file(rows));
                    }
                    return files;
                }
            }
        });
    }

    private static StoredFile file(ResultSet row) throws SQLException {
        String type = row.getString("owner_type");
        return new StoredFile(new RecordId(row.getLong("id")), row.getString("name"), row.getString("content_type"), row.getLong("size_bytes"),
            row.getString("sha256"), row.getLong("member_id"), type == null ? null : new RecordRef(type, row.getLong("owner_id")),
            row.getTimestamp("created_at").toLocalDateTime(), time(row.getTimestamp("expires_at")));
    }

    private static @Nullable LocalDateTime time(@Nullable Timestamp stamp) {
        return stamp == null ? null : stamp.toLocalDateTime();
    }
}
