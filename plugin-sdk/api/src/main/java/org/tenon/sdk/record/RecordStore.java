package org.tenon.sdk.record;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The records of one type. Row and field policy of the present {@link org.tenon.sdk.identity.Caller} holds for every method; a record the
 * caller may not see does not exist for them. Each method joins the present transaction or makes one. Safe for all threads.
 *
 * @param <R> the entity class
 */
@ProviderType
public interface RecordStore<R extends BaseRecord> {

    TypeInfo type();

    /** @throws org.tenon.sdk.TenonException INVALID with every refused field, FORBIDDEN */
    RecordView create(Map<String, ?> values);

    /**
     * {@link #create(Map)}, and a look for stored records that are probably the same.
     *
     * @throws org.tenon.sdk.TenonException CONFLICT with {@code duplicates} if there are some and {@code how} is REFUSE
     */
    RecordView create(Map<String, ?> values, OnDuplicates how);

    /** @throws org.tenon.sdk.TenonException NOT_FOUND */
    RecordView get(RecordId id);

    /** Records with these ids that the caller may see, in the given order; others are left out. @param ids at most 200 */
    List<RecordView> get(List<RecordId> ids);

    /**
     * Changes the fields named in {@code patch}; null empties one.
     *
     * @throws org.tenon.sdk.TenonException STALE with both values if {@code version} is not the present one, INVALID, NOT_FOUND, FORBIDDEN
     */
    RecordView update(RecordId id, int version, Map<String, ?> patch);

    /** {@link #update(RecordId, int, Map)}, and a look for stored records that are probably the same, as {@link #create(Map, OnDuplicates)}. */
    RecordView update(RecordId id, int version, Map<String, ?> patch, OnDuplicates how);

    /**
     * A business operation on one record: loads it, lets {@code how} change it, then rules, history and policy as for an update.
     *
     * @param action what the caller needs a grant for: {@code update}, or an action the type declares
     */
    RecordView change(RecordId id, String action, Consumer<R> how);

    /** Into the recycle bin. @param version null for whatever version is there */
    void delete(RecordId id, @Nullable Integer version);

    /** Out of the recycle bin. @throws org.tenon.sdk.TenonException CONFLICT if its place has been taken */
    RecordView restore(RecordId id);

    /** The entity, managed, for rules and services of the area; not limited by field policy. */
    Optional<R> find(RecordId id);

    RecordPage page(RecordQuery query);

    /** Newest first. @param cursor from the page before, null for the first */
    Timeline timeline(RecordId id, int limit, @Nullable String cursor);

    /** Why the caller may do what with the record; JSON-ready, shape in docs/rest.md. */
    Map<String, Object> access(RecordId id);

    /**
     * Why another member may do what with the record.
     *
     * @throws org.tenon.sdk.TenonException FORBIDDEN unless the caller holds {@code identity:manage}, NOT_FOUND if the caller may not read the record
     */
    Map<String, Object> access(RecordId id, RecordId member);
}
