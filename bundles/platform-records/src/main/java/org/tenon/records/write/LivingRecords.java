package org.tenon.records.write;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.persistence.Db;
import org.tenon.records.log.ChangeLog;
import org.tenon.records.log.ChangeRow;
import org.tenon.records.log.FieldChange;
import org.tenon.records.log.FieldChanges;
import org.tenon.records.model.RecordModel;
import org.tenon.records.model.RecordModels;
import org.tenon.records.policy.Row;
import org.tenon.records.policy.RecordPolicy;
import org.tenon.records.write.Rows.Stored;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.RecordId;

/**
 * What is said about records and hung on them, without making a new version: finds the record if the present caller may read it, and writes into
 * its history. Safe for all threads.
 */
@Component(service = LivingRecords.class)
public final class LivingRecords {

    private final RecordModels models;
    private final RecordPolicy policy;
    private final ChangeLog log;
    private final Rows rows;
    private final Clock clock = Clock.systemUTC();

    /** A record that the caller may read. */
    public record Living(RecordModel model, Stored stored) {

        public String type() {
            return model.name();
        }

        public long id() {
            return stored.row().id();
        }

        public Row row() {
            return stored.row();
        }
    }

    @Activate
    public LivingRecords(@Reference Db db, @Reference RecordModels models, @Reference RecordPolicy policy, @Reference ChangeLog log) {
        this.models = models;
        this.policy = policy;
        this.log = log;
        this.rows = new Rows(db);
    }

    /** One that is not in the recycle bin. @throws TenonException NOT_FOUND */
    public Living get(String type, RecordId id) {
        Living found = any(type, id);
        if (found.stored().deleted()) {
            throw missing(type, id);
        }
        return found;
    }

    /** One that may lie in the recycle bin. @throws TenonException NOT_FOUND */
    public Living any(String type, RecordId id) {
        RecordModel model = models.require(type);
        policy.require(Caller.current(), model.info(), "read");
        Stored stored = rows.peek(model, id.value()).orElseThrow(() -> missing(type, id));
        policy.require(Caller.current(), model.info(), "read", stored.row());
        return new Living(model, stored);
    }

    /** One that the caller may read, in the recycle bin or not; empty for another. */
    public Optional<Living> readable(RecordModel model, long id) {
        return rows.peek(model, id).filter(stored -> policy.allows(Caller.current(), model.info(), "read", stored.row()))
                .map(stored -> new Living(model, stored));
    }

    /** @throws TenonException FORBIDDEN */
    public void require(Living record, String action) {
        policy.require(Caller.current(), record.model().info(), action, record.row());
    }

    public boolean may(Caller caller, Living record, String action) {
        return policy.allows(caller, record.model().info(), action, record.row());
    }

    /** Writes into the history, in the present transaction. @param before null for none @param after null for none */
    public void note(Living record, String action, String what, @Nullable Object before, @Nullable Object after) {
        Caller caller = Caller.current();
        Row row = record.row();
        log.append(List.of(new ChangeRow(RecordId.next().value(), record.type(), row.id(), action, record.stored().version(), row.ownerId(),
                row.departmentId(), caller.memberId(), caller.name(), now(), FieldChanges.write(List.of(new FieldChange(what, before, after))))));
    }

    /** UTC, microseconds. */
    public LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }

    private static TenonException missing(String type, RecordId id) {
        return TenonException.notFound("no " + type + " " + id);
    }
}
