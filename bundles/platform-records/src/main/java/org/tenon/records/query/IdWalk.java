package org.tenon.records.query;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.persistence.Db;
import org.tenon.records.model.RecordModel;
import org.tenon.records.policy.RecordPolicy;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.RecordPage;
import org.tenon.sdk.record.RecordQuery;

/**
 * All records of a list, some at a time in the order of their ids, for work that changes them on the way: what changes a record's place in
 * the list, or takes it out, makes it neither come twice nor hides another. Safe for all threads.
 */
@Component(service = IdWalk.class)
public final class IdWalk {

    private final RecordPolicy policy;
    private final Askers askers;
    private final Db db;

    /**
     * A list, as the present caller may see it.
     *
     * @param filter  a condition as parsed JSON, null for all
     * @param prefix  start of the title, null for none
     * @param deleted the recycle bin instead of the living
     */
    public record Listed(@Nullable Object filter, @Nullable String prefix, boolean deleted) {

        RecordQuery query(boolean total) {
            return new RecordQuery(filter, "id", 1, null, List.of(), prefix, total, deleted);
        }
    }

    @Activate
    public IdWalk(@Reference RecordPolicy policy, @Reference Askers askers, @Reference Db db) {
        this.policy = policy;
        this.askers = askers;
        this.db = db;
    }

    /**
     * The next ids, ascending.
     *
     * @param after the last id of those before, {@link Long#MIN_VALUE} to start
     * @param upTo  the highest id that still belongs to it: ids are time-sorted, so it keeps later records out
     * @throws TenonException INVALID for a bad query, NOT_FOUND if the caller may not read the type, UNAVAILABLE if it takes too long
     */
    public List<Long> next(RecordModel model, Listed list, long after, long upTo, int limit) {
        PageQuery query = query(model, list, false);
        return Timeouts.glance(db, connection -> query.ids(connection, after, upTo, limit));
    }

    /**
     * All ids of a list that the search index found. It is short and follows the index, which lags behind: work over it takes it as it is now.
     *
     * @return empty for a list that the database alone knows
     * @throws TenonException INVALID if the index found more than it tells, UNAVAILABLE while it cannot tell
     */
    public Optional<List<Long>> found(RecordModel model, Listed list, long upTo) {
        PageQuery query = query(model, list, false);
        RecordPage.Search told = query.told();
        if (told == null) {
            return Optional.empty();
        }
        if (!told.ready()) {
            throw new TenonException(Kind.UNAVAILABLE, "the search index cannot tell yet");
        }
        if (told.capped()) {
            throw TenonException.invalid("q", "tooMany", "the search finds more than " + told.most() + " records; narrow it, or filter by fields");
        }
        return Optional.of(Timeouts.glance(db, connection -> query.ids(connection, Long.MIN_VALUE, upTo, told.most())));
    }

    /** How many records there are; {@code most} if there are more. */
    public long count(RecordModel model, Listed list, int most) {
        PageQuery query = query(model, list, true);
        return Timeouts.glance(db, connection -> query.count(connection, most));
    }

    private PageQuery query(RecordModel model, Listed list, boolean total) {
        Caller caller = Caller.current();
        return new PageQuery(askers.of(caller), model, policy.require(caller, model.info(), list.deleted() ? "delete" : "read"), list.query(total));
    }
}
