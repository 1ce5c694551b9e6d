package org.tenon.records.policy;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.tenon.persistence.Db;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.identity.Directory;
import org.tenon.sdk.identity.Grants;
import org.tenon.sdk.record.TypeInfo;

/**
 * The one place that decides which records and which of their fields a caller may see and change. Administrators and the system may do
 * everything; anyone else what their roles grant, and what a record's team and shares add to it. A team or share widens the rows of an
 * action the caller's roles grant for some scope, never the actions: without any {@code read} grant on the type it opens nothing. Records that
 * belong to neither a member nor a department are for the scope {@code all}, and for every reader of the type where the organisation says so.
 * Safe for all threads.
 */
@Component(service = RecordPolicy.class)
public final class RecordPolicy {

    /** What neither a team nor a share ever opens. */
    static final Set<String> OWNERS_ALONE = Set.of("create", "delete", "export");

    private final SharedRecords shared;
    private final KnownAccess known = new KnownAccess();
    private final AtomicReference<Directory> directory = new AtomicReference<>();

    @Activate
    public RecordPolicy(@Reference Db db) {
        this.shared = new SharedRecords(db);
    }

    /** For tests and for whoever assembles by hand. */
    public RecordPolicy(Db db, Directory directory) {
        this(db);
        this.directory.set(directory);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    void setDirectory(Directory arrived) {
        directory.set(arrived);
    }

    void unsetDirectory(Directory left) {
        directory.compareAndSet(left, null);
    }

    /** Where the caller's days begin; empty where they have not said. */
    public Optional<ZoneId> zone(Caller caller) {
        return Optional.ofNullable(directory.get()).flatMap(found -> found.zone(caller.memberId()));
    }

    /** What the caller may do with records of the type. @throws TenonException UNAVAILABLE before identity is there */
    public TypeAccess access(Caller caller, TypeInfo type) {
        return caller.system() ? Levels.everything(type, true) : known.of(type, caller.memberId(), grants(caller), this::below);
    }

    /** @throws TenonException NOT_FOUND if the caller may not read the type at all, FORBIDDEN if no role grants the action */
    public TypeAccess require(Caller caller, TypeInfo type, String action) {
        TypeAccess access = access(caller, type);
        if (!access.may("read") && !(action.equals("create") && access.may("create"))) {
            throw TenonException.notFound("no record type " + type.name());
        }
        if (!access.may(action)) {
            throw TenonException.forbidden("no role of yours grants " + action + " on " + type.name());
        }
        return access;
    }

    /** @throws TenonException NOT_FOUND if the caller may not read the record, FORBIDDEN if they may read it but not do this */
    public void require(Caller caller, TypeInfo type, String action, Row row) {
        if (!allows(caller, type, "read", row)) {
            throw TenonException.notFound("no " + type.name() + " " + org.tenon.sdk.record.RecordId.text(row.id()));
        }
        if (!action.equals("read") && !allows(caller, type, action, row)) {
            throw TenonException.forbidden("no role of yours grants " + action + " on this " + type.name());
        }
    }

    /**
     * Whether the caller may do this with the record: by grant, else as a member of its team or by a share ({@code read} by any,
     * {@code update} and declared actions by one that may write; never {@code create}, {@code delete} or {@code export}).
     */
    public boolean allows(Caller caller, TypeInfo type, String action, Row row) {
        Reach reach = access(caller, type).reach(action);
        if (reach.covers(row)) {
            return true;
        }
        boolean shareable = reach.granted() && type.owned() && !OWNERS_ALONE.contains(action);
        return shareable && shared.reaches(caller.memberId(), grants(caller).departments(), access(caller, type), row.id(), !action.equals("read"));
    }

    /**
     * Whether the caller may read the record, for those who pass every change to every reader: in memory for members to whom no team and no
     * share opens anything, which is remembered for 5 s.
     */
    public boolean follows(Caller caller, TypeInfo type, Row row) {
        Reach reach = access(caller, type).reach("read");
        return reach.covers(row) || reach.granted() && type.owned() && shared.any(caller.memberId(), grants(caller).departments())
                && allows(caller, type, "read", row);
    }

    /** The ids of those rows that the caller may read; teams and shares are looked up in one go. */
    public Set<Long> readable(Caller caller, TypeInfo type, Collection<Row> rows) {
        Reach reach = access(caller, type).reach("read");
        Set<Long> ids = new HashSet<>();
        List<Long> others = new ArrayList<>();
        for (Row row : rows) {
            if (reach.covers(row)) {
                ids.add(row.id());
            } else {
                others.add(row.id());
            }
        }
        if (!others.isEmpty() && reach.granted() && type.owned()) {
            ids.addAll(shared.readable(caller.memberId(), grants(caller).departments(), access(caller, type), others));
        }
        return ids;
    }

    /** What a member or department is called, which everyone may know, from memory; empty where the directory does not know it. */
    public Optional<String> openName(String type, long id) {
        Directory present = directory.get();
        if (present == null) {
            return Optional.empty();
        }
        return switch (type) {
            case "identity.member" -> present.memberName(id);
            case "identity.department" -> present.departmentName(id);
            default -> Optional.empty();
        };
    }

    /** The department and all below it. */
    public Set<Long> below(long department) {
        Directory present = directory.get();
        return present == null ? Set.of(department) : present.below(department);
    }

    /** The ids of the roles the caller holds; none for the system. */
    public Set<Long> roles(Caller caller) {
        Directory present = directory.get();
        return caller.system() || present == null ? Set.of() : present.roles(caller.memberId());
    }

    /** Whether the caller holds a function such as {@code views:share}. */
    public boolean holds(Caller caller, String function) {
        Directory present = directory.get();
        return caller.system() || present != null && present.holds(caller, function);
    }

    /** Every reason why the caller may do this with the record; if they may not, what falls short. Never empty. */
    public List<Reason> reasons(Caller caller, TypeInfo type, String action, Row row) {
        return new Reasons(caller, access(caller, type), row, grants(caller), shared, this::below).of(action);
    }

    /** The entries of teams and shares that open the record to the caller, whatever their roles allow. */
    public List<Opening> openings(Caller caller, TypeInfo type, Row row) {
        return caller.system() || !type.owned() ? List.of() : shared.openings(caller.memberId(), grants(caller).departments(), access(caller, type), row.id());
    }

    /** Says that an entry of a team or share was written here, so that {@link #follows} knows it at once. */
    public void opened() {
        shared.forget();
    }

    /** Everything the caller's roles allow; {@link Grants#NONE} for the system, which needs none. */
    public Grants grants(Caller caller) {
        if (caller.system()) {
            return Grants.NONE;
        }
        Directory present = directory.get();
        if (present == null) {
            throw new TenonException(Kind.UNAVAILABLE, "identity is not there yet");
        }
        return present.grants(caller.memberId());
    }
}
