package org.tenon.records.write;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tenon.records.model.FieldModel;
import org.tenon.records.model.RecordModel;
import org.tenon.records.write.Rows.Stored;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.BaseRecord;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordRef;
import org.tenon.sdk.record.RecordView;

/** What merging records writes, within the present transaction. Safe for all threads. */
public final class Merging {

    private final Writing writing;
    private final RecordEngine engine;
    private final Storing storing;
    private final Rows rows;

    Merging(Writing writing, RecordEngine engine) {
        this.writing = writing;
        this.engine = engine;
        this.storing = new Storing(writing);
        this.rows = new Rows(writing.db());
    }

    /**
     * Changes the survivor as an update does, with the caller's rights, whatever rules about duplicates say; its history says {@code action} even if nothing changes.
     *
     * @throws TenonException STALE, INVALID, NOT_FOUND, FORBIDDEN
     */
    public RecordView survive(RecordModel model, RecordId id, int version, Map<String, ?> patch, String action) {
        return engine.update(model, id, version, patch, action, true);
    }

    /** Into the recycle bin, with the caller's rights. @throws TenonException STALE, NOT_FOUND, FORBIDDEN */
    public void discard(RecordModel model, RecordId id, int version) {
        engine.delete(model, id, version);
    }

    /** Out of the recycle bin, with the caller's rights. */
    public void restore(RecordModel model, RecordId id) {
        engine.restore(model, id);
    }

    /** How a record stands, locked until the transaction ends; empty if there never was one. */
    public Optional<Stored> lock(RecordModel model, long id) {
        return rows.lock(model, id);
    }

    /**
     * Lets a field of many records refer to {@code to} instead of {@code from}, whoever may change them, in the recycle bin too. It is the same
     * reference as before, so that no rule validates it; histories and what rules keep in step follow. Records that do not refer to {@code from}
     * are left alone.
     *
     * @param ids    at most 500
     * @param adding those whose list keeps {@code from} and gets {@code to} besides
     * @return by id of each changed record, whether its list held {@code to} before
     */
    public Map<Long, Boolean> repoint(RecordModel model, Collection<Long> ids, FieldModel field, RecordRef from, long to, Set<Long> adding) {
        Map<Long, Boolean> moved = new HashMap<>();
        List<Draft> drafts = new ArrayList<>();
        for (BaseRecord item : engine.load(model, rows.lock(model, ids))) {
            Draft draft = Draft.stored(model, item);
            Object before = draft.get(field.name());
            Object after = before == null ? null : repointed(before, from, to, adding.contains(item.id()));
            if (after != null && !Objects.equals(before, after)) {
                draft.set(field.name(), after);
                drafts.add(draft);
                moved.put(item.id(), field.type().multiple() && Attributes.list((String) before).contains(RecordId.text(to)));
            }
        }
        if (!drafts.isEmpty()) {
            Caller.current().unlimited().run(() -> {
                storing.update(drafts, each -> "update");
                return true;
            });
        }
        return moved;
    }

    private static @Nullable Object repointed(Object before, RecordRef from, long to, boolean adding) {
        if (before instanceof RecordRef ref) {
            return ref.equals(from) ? new RecordRef(ref.type(), to) : before;
        }
        if (before instanceof Long target) {
            return target == from.target() ? Long.valueOf(to) : before;
        }
        Set<Object> members = new LinkedHashSet<>();
        for (Object member : Attributes.list((String) before)) {
            boolean hit = String.valueOf(member).equals(RecordId.text(from.target()));
            if (!hit || adding) {
                members.add(member);
            }
            if (hit) {
                members.add(RecordId.text(to));
            }
        }
        return Attributes.text(List.copyOf(members));
    }
}
