package org.tenon.records.access;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.persistence.Db;
import org.tenon.records.access.Entry.Way;
import org.tenon.records.log.ChangeLog;
import org.tenon.records.log.ChangeRow;
import org.tenon.records.log.FieldChange;
import org.tenon.records.log.FieldChanges;
import org.tenon.records.model.RecordModel;
import org.tenon.records.model.RecordModels;
import org.tenon.records.policy.RecordPolicy;
import org.tenon.records.policy.Row;
import org.tenon.records.query.RecordTitles;
import org.tenon.records.write.Rows;
import org.tenon.records.write.Rows.Stored;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.text.Labels;
import org.tenon.sdk.tx.Tx;

/**
 * Opens single records to members and departments. Every change is one of the record's history, without a new version. Who may change the
 * entries is decided by {@link Keeper}. Safe for all threads.
 */
@Component(service = RecordOpenings.class)
public final class RecordOpenings {

    /** Entries one record may have of each sort. */
    static final int MOST = 200;

    private final Tx tx;
    private final RecordModels models;
    private final RecordPolicy policy;
    private final RecordTitles titles;
    private final ChangeLog log;
    private final Rows rows;
    private final EntryTable table;
    private final Keeper keeper;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public RecordOpenings(@Reference Db db, @Reference Tx tx, @Reference RecordModels models, @Reference RecordPolicy policy,
                          @Reference RecordTitles titles, @Reference ChangeLog log, @Reference Labels labels) {
        this.tx = tx;
        this.models = models;
        this.policy = policy;
        this.titles = titles;
        this.log = log;
        this.rows = new Rows(db);
        this.table = new EntryTable(db);
        this.keeper = new Keeper(policy, labels);
    }

    /** The team or the shares of a record the caller may read, by name; whether the caller may change them. */
    public Map<String, Object> list(boolean team, String type, RecordId id) {
        RecordModel model = owned(type);
        Row row = living(model, id, rows.peek(model, id.value()).orElse(null)).row();
        List<Entry> entries = team ? table.team(type, id.value()) : table.shares(type, id.value());
        return Map.of("items", named(entries), "manage", keeper.keeps(Caller.current(), model.info(), row));
    }

    /** Opens the record, or changes how it is open. @param wish see {@link Wish} */
    public Map<String, @Nullable Object> put(Way way, String type, RecordId id, RecordId grantee, @Nullable Map<String, Object> wish) {
        return tx.required(() -> {
            RecordModel model = owned(type);
            Stored stored = living(model, id, rows.lock(model, id.value()).orElse(null));
            Entry entry = Wish.read(way, grantee.value(), wish, now());
            Entry before = table.find(type, id.value(), way, grantee.value()).orElse(null);
            keeper.check(Caller.current(), model.info(), stored.row(), before, entry);
            known(way, grantee);
            if (before == null && (way == Way.TEAM ? table.team(type, id.value()) : table.shares(type, id.value())).size() >= MOST) {
                throw TenonException.conflict("a record is open to at most " + MOST + " members and departments");
            }
            if (!entry.equals(before)) {
                table.put(type, id.value(), entry);
                write(model, stored, way, before, entry);
            }
            return named(List.of(entry)).get(0);
        });
    }

    /** Closes the record again. Nothing happens where it was not open. */
    public void remove(Way way, String type, RecordId id, RecordId grantee) {
        tx.run(() -> {
            RecordModel model = owned(type);
            Stored stored = living(model, id, rows.lock(model, id.value()).orElse(null));
            Entry before = table.find(type, id.value(), way, grantee.value()).orElse(null);
            boolean own = way != Way.DEPARTMENT && grantee.value() == Caller.current().memberId();
            if (!own) {
                keeper.check(Caller.current(), model.info(), stored.row(), before, null);
            }
            if (before != null) {
                table.remove(type, id.value(), way, grantee.value());
                write(model, stored, way, before, null);
            }
        });
    }

    private void write(RecordModel model, Stored stored, Way way, @Nullable Entry before, @Nullable Entry after) {
        Caller caller = Caller.current();
        FieldChange change = new FieldChange("_" + way.action(), before == null ? null : before.json(), after == null ? null : after.json());
        log.append(List.of(new ChangeRow(RecordId.next().value(), model.name(), stored.row().id(), way.action(), stored.version(), stored.row().ownerId(),
                stored.row().departmentId(), caller.memberId(), caller.name(), now(), FieldChanges.write(List.of(change)))));
        tx.afterCommit(policy::opened);
    }

    private RecordModel owned(String type) {
        RecordModel model = models.require(type);
        policy.require(Caller.current(), model.info(), "read");
        if (!model.owned()) {
            throw TenonException.invalid("type", "unowned", "records of " + type + " belong to nobody and cannot be opened to single members");
        }
        return model;
    }

    private Stored living(RecordModel model, RecordId id, @Nullable Stored stored) {
        if (stored == null || stored.deleted()) {
            throw TenonException.notFound("no " + model.name() + " " + id);
        }
        policy.require(Caller.current(), model.info(), "read", stored.row());
        return stored;
    }

    /** Refuses members and departments that are not there. Without identity nobody can be checked. */
    private void known(Way way, RecordId grantee) {
        models.find(way.type()).ifPresent(model -> {
            if (rows.peek(model, grantee.value()).filter(found -> !found.deleted()).isEmpty()) {
                throw TenonException.invalid(way == Way.DEPARTMENT ? "department" : "member", "reference", "no " + way.type() + " " + grantee);
            }
        });
    }

    private List<Map<String, @Nullable Object>> named(List<Entry> entries) {
        List<Map<String, @Nullable Object>> items = new ArrayList<>();
        LocalDateTime now = now();
        for (Entry entry : entries) {
            Map<String, @Nullable Object> item = entry.json();
            item.put("name", titles.of(Caller.current(), entry.way().type(), List.of(entry.grantee())).getOrDefault(entry.grantee(), ""));
            item.put("expired", entry.expired(now));
            items.add(item);
        }
        items.sort(Comparator.comparing(item -> String.valueOf(item.get("name"))));
        return items;
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }
}
