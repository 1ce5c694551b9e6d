package org.tenon.records.write;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tenon.records.duplicates.Duplicates;
import org.tenon.records.log.RecordTimeline;
import org.tenon.records.model.RecordModel;
import org.tenon.records.policy.Row;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.BaseRecord;
import org.tenon.sdk.record.OnDuplicates;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordPage;
import org.tenon.sdk.record.RecordQuery;
import org.tenon.sdk.record.RecordStore;
import org.tenon.sdk.record.RecordView;
import org.tenon.sdk.record.Timeline;
import org.tenon.sdk.record.TypeInfo;

/** The records of one type: reading is SQL, writing is JPA. Looks its type up at every call, so it outlives an exchange of the area. */
final class JpaRecordStore<R extends BaseRecord> implements RecordStore<R> {

    private final Supplier<RecordModel> model;
    private final Supplier<Class<R>> entity;
    private final Writing writing;
    private final RecordEngine engine;
    private final RecordTimeline timeline;
    private final AccessAnswers answers;
    private final Duplicates duplicates;

    JpaRecordStore(Supplier<RecordModel> model, Supplier<Class<R>> entity, Writing writing, RecordEngine engine, RecordTimeline timeline,
                   AccessAnswers answers, Duplicates duplicates) {
        this.model = model;
        this.entity = entity;
        this.writing = writing;
        this.engine = engine;
        this.timeline = timeline;
        this.answers = answers;
        this.duplicates = duplicates;
    }

    @Override
    public TypeInfo type() {
        return model.get().info();
    }

    @Override
    public RecordView create(Map<String, ?> values) {
        return create(values, false);
    }

    @Override
    public RecordView create(Map<String, ?> values, OnDuplicates how) {
        return looking(how, () -> told(create(values, overriding(how)), how, Set.copyOf(present(values).keySet())));
    }

    private RecordView create(Map<String, ?> values, boolean repeating) {
        return engine.create(model.get(), present(values), repeating);
    }

    /** @throws TenonException FORBIDDEN */
    private boolean overriding(OnDuplicates how) {
        if (how != OnDuplicates.OVERRIDE) {
            return false;
        }
        writing.requireOverride();
        return true;
    }

    @Override
    public RecordView get(RecordId id) {
        return writing.reader().get(model.get(), id);
    }

    @Override
    public List<RecordView> get(List<RecordId> ids) {
        return writing.reader().get(model.get(), ids);
    }

    @Override
    public RecordView update(RecordId id, int version, Map<String, ?> patch) {
        return engine.update(model.get(), id, version, present(patch), "update", false);
    }

    @Override
    public RecordView update(RecordId id, int version, Map<String, ?> patch, OnDuplicates how) {
        return looking(how, () -> told(engine.update(model.get(), id, version, present(patch), "update", overriding(how)), how, Set.copyOf(patch.keySet())));
    }

    /**
     * Who refuses needs one transaction, so that nothing is stored. Everybody else looks once the record is committed: two who write alike
     * records would otherwise each wait for the keys of the other.
     */
    private RecordView looking(OnDuplicates how, Supplier<RecordView> work) {
        return how == OnDuplicates.REFUSE ? writing.tx().required(work) : work.get();
    }

    /** The record just written, with its duplicates if a written field is compared. */
    private RecordView told(RecordView written, OnDuplicates how, Set<String> fields) {
        if (how == OnDuplicates.IGNORE || !Duplicates.touched(model.get(), fields)) {
            return written;
        }
        long id = written.id().value();
        if (how == OnDuplicates.REFUSE) {
            List<Map<String, @Nullable Object>> likely = duplicates.likely(model.get(), id);
            if (!likely.isEmpty()) {
                throw new TenonException(Kind.CONFLICT, "%d stored records are probably the same".formatted(likely.size()), List.of(),
                        Map.of("duplicates", likely), null);
            }
        }
        List<Map<String, @Nullable Object>> hits = duplicates.of(model.get(), id);
        if (!hits.isEmpty()) {
            written.json().put("_duplicates", hits);
        }
        return written;
    }

    @Override
    public RecordView change(RecordId id, String action, Consumer<R> how) {
        return engine.change(model.get(), entity.get(), id, action, how);
    }

    @Override
    public void delete(RecordId id, @Nullable Integer version) {
        engine.delete(model.get(), id, version);
    }

    @Override
    public RecordView restore(RecordId id) {
        return engine.restore(model.get(), id);
    }

    @Override
    public Optional<R> find(RecordId id) {
        return engine.find(model.get(), entity.get(), id);
    }

    @Override
    public RecordPage page(RecordQuery query) {
        return writing.reader().page(model.get(), query);
    }

    @Override
    public Timeline timeline(RecordId id, int limit, @Nullable String cursor) {
        engine.readable(model.get(), id);
        return timeline.page(model.get(), id.value(), limit, cursor);
    }

    @Override
    public Map<String, Object> access(RecordId id) {
        Row row = engine.readable(model.get(), id);
        return answers.of(model.get(), row);
    }

    @Override
    public Map<String, Object> access(RecordId id, RecordId member) {
        Row row = engine.readable(model.get(), id);
        return answers.of(model.get(), row, member.value(), Caller.current());
    }

    /** JSON's {@code null} is a body too. */
    private static Map<String, ?> present(@Nullable Map<String, ?> values) {
        if (values == null) {
            throw TenonException.unreadable("a JSON object is needed");
        }
        return values;
    }
}
