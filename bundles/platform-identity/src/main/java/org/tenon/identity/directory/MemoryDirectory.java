package org.tenon.identity.directory;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.identity.sql.Sql;
import org.tenon.persistence.Db;
import org.tenon.persistence.PersistenceUnit;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.identity.Directory;
import org.tenon.sdk.identity.Grants;
import org.tenon.sdk.tx.Tx;

/** The directory: one immutable picture of the organisation, taken anew after every committed change. Safe for all threads. */
@Component(service = {Directory.class, MemoryDirectory.class})
public final class MemoryDirectory implements Directory {

    private final OrganisationReader reader;
    private final Tx tx;
    private final ThreadLocal<@Nullable Pending> pending = new ThreadLocal<>();
    private volatile Organisation present;

    /** A picture to be taken after the thread's transaction, once for however many records it writes. */
    private static final class Pending {
        boolean taken;
    }

    /** @param unit says that the tables are there */
    @Activate
    public MemoryDirectory(@Reference Db db, @Reference Tx tx, @Reference(target = "(tenon.area=identity)") PersistenceUnit unit) {
        this.reader = new OrganisationReader(new Sql(db));
        this.tx = tx;
        this.present = reader.read();
    }

    @Override
    public Grants grants(long memberId) {
        return present.grants(memberId);
    }

    @Override
    public Optional<Long> mainDepartment(long memberId) {
        return present.person(memberId).flatMap(person -> person.departments().stream().findFirst());
    }

    @Override
    public boolean holds(Caller caller, String function) {
        Grants grants = grants(caller.memberId());
        return caller.system() || grants.administrator() || grants.functions().contains(function);
    }

    /** A living member, active or left. */
    public Optional<Person> person(long memberId) {
        return present.person(memberId);
    }

    /** A living member by login, in any case. */
    public Optional<Person> byLogin(String login) {
        return present.byLogin(login.strip().toLowerCase(Locale.ROOT));
    }

    /** Whether the role may do everything. */
    public boolean administrates(long roleId) {
        return present.administrates(roleId);
    }

    /** Takes a new picture once the present transaction has committed. */
    public void changed() {
        Pending shared = pending.get();
        if (shared == null || shared.taken) {
            shared = new Pending();
            pending.set(shared);
        }
        Pending mine = shared;
        tx.afterCommit(() -> {
            if (!mine.taken) {
                mine.taken = true;
                pending.remove();
                reload();
            }
        });
    }

    /** Takes a new picture now. Pictures are taken one after another, so that an older one never replaces a newer. */
    synchronized void reload() {
        present = reader.read();
    }
}
