package org.tenon.files.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tenon.files.content.ContentFolder;
import org.tenon.files.content.Draft;
import org.tenon.persistence.Db;
import org.tenon.persistence.DbException;
import org.tenon.sdk.tx.Tx;

/**
 * How many files share each content. The row of a content is locked by whoever gives it to a file or takes it from the disk, so a content never goes
 * while a file is about to have it. Safe for all threads and nodes.
 */
final class ContentTable {

    private final Db db;
    private final Tx tx;
    private final ContentFolder folder;

    ContentTable(Db db, Tx tx, ContentFolder folder) {
        this.db = db;
        this.tx = tx;
        this.folder = folder;
    }

    static boolean empty(Db db) {
        return db.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT sha256 FROM files_content FETCH FIRST 1 ROWS ONLY");
                 ResultSet rows = select.executeQuery()) {
                return !rows.next();
            }
        });
    }

    /** One file more has this content; it is on the disk afterwards. Within a transaction. */
    void take(Draft draft) {
        if (count(draft.sha256(), 1) == 0) {
            know(draft);
            count(draft.sha256(), 1);
        }
        place(draft);
    }

    private void place(Draft draft) {
        try {
            if (!folder.has(draft.sha256())) {
                folder.publish(draft);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the content " + draft.sha256() + " could not be stored", e);
        }
    }

    /** One file less has it; it goes from the disk after the commit if that was the last. Within a transaction. */
    void leave(String sha256) {
        count(sha256, -1);
        tx.afterCommit(() -> clear(sha256));
    }

    private int count(String sha256, int more) {
        return db.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement("UPDATE files_content SET uses = uses + ? WHERE sha256 = ?")) {
                update.setInt(1, more);
                update.setString(2, sha256);
                return update.executeUpdate();
            }
        });
    }

    /** In a transaction of its own: a row that others can wait for is there before the content, whatever becomes of the caller's transaction. */
    private void know(Draft draft) {
        try {
            tx.requiresNew(() -> db.write(connection -> {
                try (PreparedStatement insert = connection.prepareStatement("INSERT INTO files_content (sha256, uses) VALUES (?, 0)")) {
                    insert.setString(1, draft.sha256());
                    return insert.executeUpdate();
                }
            }));
        } catch (DbException e) {
            if (!e.uniqueViolation()) {
                throw e;
            }
        }
    }

    /** Those of the contents that a file has. @param contents at most 500 */
    Set<String> used(List<String> contents) {
        String marks = String.join(", ", Collections.nCopies(contents.size(), "?"));
        return db.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                "SELECT sha256 FROM files_content WHERE uses > 0 AND sha256 IN (" + marks + ")")) {
                for (int i = 0; i < contents.size(); i++) {
                    select.setString(i + 1, contents.get(i));
                }
                Set<String> found = new HashSet<>();
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        found.add(rows.getString(1));
                    }
                }
                return found;
            }
        });
    }

    /** Takes it from the disk if no file has it. After a crash in between, the next to take it puts it there again. */
    void clear(String sha256) {
        tx.run(() -> {
            int unused = db.write(connection -> {
                try (PreparedStatement lock = connection.prepareStatement("UPDATE files_content SET uses = 0 WHERE sha256 = ? AND uses = 0")) {
                    lock.setString(1, sha256);
                    return lock.executeUpdate();
                }
            });
            if (unused == 1) {
                delete(sha256);
            }
        });
    }

    private void delete(String sha256) {
        try {
            folder.delete(sha256);
        } catch (IOException e) {
            throw new UncheckedIOException("the content " + sha256 + " could not be removed", e);
        }
    }
}
