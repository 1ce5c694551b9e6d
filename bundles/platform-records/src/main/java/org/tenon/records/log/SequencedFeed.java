package org.tenon.records.log;

import java.sql.PreparedStatement;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.tenon.persistence.Db;
import org.tenon.records.log.ChangeTable.Numbered;
import org.tenon.records.model.RecordModels;
import org.tenon.records.policy.RecordPolicy;
import org.tenon.records.policy.Row;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.Change;
import org.tenon.sdk.record.ChangeFeed;

/** The change log by its numbers. Followers each have a thread of their own. */
@Component(service = ChangeFeed.class)
public final class SequencedFeed implements ChangeFeed, AutoCloseable {

    /** At most so many changes a call of a follower. */
    static final int CALL = 500;

    private static final String AFTER = "SELECT " + ChangeTable.COLUMNS + " FROM records_change WHERE seq > ? AND seq <= ? ORDER BY seq";

    private final Db db;
    private final Sequencer sequencer;
    private final Numbering numbering;
    private final RecordModels types;
    private final RecordPolicy policy;
    private final Set<Follower> followers = ConcurrentHashMap.newKeySet();

    @Activate
    public SequencedFeed(@Reference Db db, @Reference Sequencer sequencer, @Reference RecordModels types, @Reference RecordPolicy policy) {
        this.db = db;
        this.sequencer = sequencer;
        this.numbering = new Numbering(db);
        this.types = types;
        this.policy = policy;
    }

    @Override
    public long latest() {
        return numbering.head();
    }

    @Override
    public List<Change> after(long seq, int limit) {
        if (limit < 1 || limit > 1000) {
            throw new IllegalArgumentException("a limit of 1 to 1,000, not " + limit);
        }
        long latest = latest();
        List<Numbered> rows = between(seq, limit, latest);
        if (rows.isEmpty() && seq < latest) {
            // what was here is purged
            rows = between(Math.max(seq, Checkpoint.latest(db, latest).seq()), limit, latest);
        }
        return rows.stream().map(Numbered::change).toList();
    }

    private List<Numbered> between(long seq, int limit, long latest) {
        long until = Math.min(latest, seq + limit);
        return until <= seq ? List.of() : rows(db, seq, until);
    }

    @Override
    public AutoCloseable follow(String cursor, Consumer<List<Change>> reader) {
        Follower follower = new Follower(this, new Cursor(db, cursor), cursor, reader);
        AutoCloseable signals = sequencer.onNew(follower::signal);
        followers.add(follower);
        follower.start();
        return () -> {
            signals.close();
            followers.remove(follower);
            follower.close();
        };
    }

    @Override
    public AutoCloseable onNew(Runnable signal) {
        return sequencer.onNew(signal);
    }

    @Override
    public boolean visible(Caller caller, Change change) {
        Row row = new Row(change.target(), change.ownerId(), change.departmentId());
        return types.type(change.type()).map(type -> policy.follows(caller, type, row)).orElse(false);
    }

    /** Ends all followers. */
    @Override
    @Deactivate
    public void close() {
        followers.forEach(Follower::close);
        followers.clear();
    }

    /** Numbered rows with {@code after < seq <= until}; the upper bound keeps Derby from waiting for unnumbered rows, which sort last. */
    static List<Numbered> rows(Db db, long after, long until) {
        return db.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(AFTER)) {
                select.setLong(1, after);
                select.setLong(2, until);
                return ChangeTable.read(select);
            }
        });
    }
}
