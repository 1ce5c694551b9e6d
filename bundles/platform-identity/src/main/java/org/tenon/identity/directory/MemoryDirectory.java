package org.tenon.identity.directory;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tenon.identity.sql.Sql;
import org.tenon.persistence.Db;
import org.tenon.persistence.DbException;
import org.tenon.persistence.PersistenceUnit;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.identity.Directory;
import org.tenon.sdk.identity.Grants;
import org.tenon.sdk.tx.Tx;

/** The directory: one immutable picture of the organisation, taken anew after every committed change. Safe for all threads. */
@Component(service = {Directory.class, MemoryDirectory.class})
public final class MemoryDirectory implements Directory {

    private static final Logger log = LoggerFactory.getLogger(MemoryDirectory.class);
    private static final int AGAIN_SECONDS = 1;

    private final ScheduledExecutorService retries = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "tenon-directory-again");
        thread.setDaemon(true);
        return thread;
    });
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
    public Set<Long> below(long department) {
        return present.below(List.of(department));
    }

    @Override
    public Set<Long> roles(long memberId) {
        return present.person(memberId).filter(Person::active).map(person -> Set.copyOf(person.roles())).orElse(Set.of());
    }

    @Override
    public boolean active(long memberId) {
        return present.person(memberId).map(Person::active).orElse(true);
    }

    @Override
    public List<Long> superiors(long memberId) {
        return present.superiors(memberId);
    }

    /** Everybody below the member, direct or not. */
    public Set<Long> line(long memberId) {
        return present.line(memberId);
    }

    @Override
    public Optional<ZoneId> zone(long memberId) {
        return present.person(memberId).map(Person::zone);
    }

    @Override
    public Optional<String> memberName(long memberId) {
        return present.person(memberId).map(Person::name);
    }

    @Override
    public Optional<String> departmentName(long department) {
        return present.departmentName(department);
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

    @Deactivate
    public void close() {
        retries.shutdown();
    }

    /**
     * Takes a new picture now. Pictures are taken one after another, so that an older one never replaces a newer. One that cannot be taken,
     * say because another transaction holds the rows on Derby, is tried again until it can.
     */
    synchronized void reload() {
        try {
            present = reader.read();
        } catch (DbException | TenonException e) {
            log.warn("the directory could not be read; trying again in {} s", AGAIN_SECONDS, e);
            if (!retries.isShutdown()) {
                retries.schedule(this::reload, AGAIN_SECONDS, TimeUnit.SECONDS);
            }
        }
    }
}
