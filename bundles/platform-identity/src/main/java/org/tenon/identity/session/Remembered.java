package org.tenon.identity.session;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.identity.directory.MemoryDirectory;
import org.tenon.identity.directory.Person;
import org.tenon.identity.sql.Sql;
import org.tenon.persistence.Db;
import org.tenon.persistence.PersistenceUnit;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordStore;
import org.tenon.sdk.record.Records;
import org.tenon.sdk.tx.Tx;

/**
 * What pages remember, by name: the columns of a list, the widgets of the start page. The text means something to the page alone. A member's
 * own goes before what their roles begin with. Safe for all threads.
 */
@Component(service = Remembered.class)
public final class Remembered {

    /** Names of one member or role. */
    static final int MOST = 200;
    static final int LONGEST = 20_000;
    private static final String NAME = "[a-zA-Z0-9._-]{1,100}";

    private final Sql sql;
    private final Tx tx;
    private final MemoryDirectory directory;
    private final Records records;

    private record Note(long owner, String name, String content) {
    }

    @Activate
    public Remembered(@Reference Db db, @Reference Tx tx, @Reference MemoryDirectory directory, @Reference Records records,
                      @Reference(target = "(tenon.area=identity)") PersistenceUnit unit) {
        this.sql = new Sql(db);
        this.tx = tx;
        this.directory = directory;
        this.records = records;
    }

    /** All names of the member: their own, then what their roles begin with, of several roles the older one's. */
    public Map<String, String> of(long memberId) {
        List<Long> roles = directory.person(memberId).map(Person::roles).orElse(List.of()).stream().sorted().toList();
        Map<String, String> all = new TreeMap<>();
        for (Long role : roles) {
            notes(role).forEach(note -> all.putIfAbsent(note.name(), note.content()));
        }
        notes(memberId).forEach(note -> all.put(note.name(), note.content()));
        return all;
    }

    /** @param content null to forget it @throws TenonException INVALID for a name or text that cannot be kept */
    public void keep(long memberId, String name, @Nullable String content) {
        store(memberId, name, content);
    }

    /** What members of a role begin with. @throws TenonException as {@link #keep}; NOT_FOUND without the role */
    public void keepOfRole(RecordId role, String name, @Nullable String content) {
        RecordStore<?> roles = records.of("identity.role");
        roles.get(role);
        store(role.value(), name, content);
    }

    private List<Note> notes(long owner) {
        return sql.list(row -> new Note(owner, row.getString(1), row.getString(2)), "SELECT name, content FROM identity_remembered WHERE owner_id = ?", owner);
    }

    private void store(long owner, String name, @Nullable String content) {
        if (!name.matches(NAME)) {
            throw TenonException.invalid("name", "pattern", "a name is 1 to 100 letters, digits, dots, hyphens and underscores");
        }
        if (content != null && (content.isEmpty() || content.length() > LONGEST || content.indexOf('\0') >= 0)) {
            throw TenonException.invalid("content", "tooLong", "1 to " + LONGEST + " characters can be remembered under a name");
        }
        tx.run(() -> {
            sql.update("DELETE FROM identity_remembered WHERE owner_id = ? AND name = ?", owner, name);
            if (content != null) {
                if (notes(owner).size() >= MOST) {
                    throw TenonException.invalid("name", "tooMany", "at most " + MOST + " names are remembered");
                }
                sql.update("INSERT INTO identity_remembered (owner_id, name, content) VALUES (?, ?, ?)", owner, name, content);
            }
        });
    }
}
