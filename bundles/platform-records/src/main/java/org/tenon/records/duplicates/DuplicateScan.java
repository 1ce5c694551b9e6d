package org.tenon.records.duplicates;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.persistence.Db;
import org.tenon.persistence.DbKind;
import org.tenon.records.duplicates.Finder.Hit;
import org.tenon.records.duplicates.MatchTable.Entry;
import org.tenon.records.duplicates.PairTable.Pair;
import org.tenon.records.matching.Profile;
import org.tenon.records.matching.Score;
import org.tenon.records.model.RecordModel;
import org.tenon.records.model.RecordModels;
import org.tenon.records.query.PlainRows;
import org.tenon.records.query.PlainRows.Plain;
import org.tenon.sdk.job.JobHandler;
import org.tenon.sdk.job.JobRun;
import org.tenon.sdk.job.JobRun.Progress;

/**
 * Walks through all records of a type, makes keys that are missing, and writes down which are probably the same. Each is compared with those
 * that share a key, so that the work grows with the records and not with their square.
 */
@Component
public final class DuplicateScan implements JobHandler {

    public static final String KIND = "records.duplicates";
    private static final int STEP = 250;

    private final Db db;
    private final RecordModels models;
    private final Finder finder;
    private final MatchTable keys;
    private final PairTable pairs;
    private final PlainRows rows;
    private final TypeStates states;

    @Activate
    public DuplicateScan(@Reference Db db, @Reference RecordModels models, @Reference DuplicateRules rules) {
        this.db = db;
        this.models = models;
        this.finder = new Finder(db, rules);
        this.keys = new MatchTable(db);
        this.pairs = new PairTable(db);
        this.rows = new PlainRows(db);
        this.states = new TypeStates(db);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<String, Object> run(JobRun run) {
        RecordModel model = models.require(String.valueOf(run.job().parameters().get("type")));
        boolean anew = states.find(model.name()).map(state -> !state.madeBy().equals(TypeStates.fingerprint(model))).orElse(true);
        long total = count(model);
        AtomicBoolean more = new AtomicBoolean(true);
        while (more.get()) {
            run.step(() -> {
                long done = number(run.state().get("done"));
                List<Long> ids = next(model, number(run.state().get("after")));
                more.set(ids.size() == STEP);
                int found = ids.isEmpty() ? 0 : scan(model, ids, anew);
                if (!more.get()) {
                    states.open(model.name());
                    states.scanned(model);
                }
                long last = ids.isEmpty() ? 0 : ids.get(ids.size() - 1);
                return new Progress(done + ids.size(), Math.max(total, done + ids.size()), Map.of("after", String.valueOf(last), "done", done + ids.size(),
                        "hits", number(run.state().get("hits")) + found));
            });
        }
        return Map.of("records", number(run.state().get("done")), "pairs", number(run.state().get("hits")));
    }

    /** @return pairs found whose other record has the smaller id, so that each counts once */
    private int scan(RecordModel model, List<Long> ids, boolean anew) {
        if (anew) {
            lock(model, ids);
        }
        Map<Long, Plain> stored = rows.read(model, Finder.compared(model), ids);
        List<Entry> entries = new ArrayList<>();
        stored.forEach((id, row) -> entries.add(new Entry(model.name(), id, Profile.of(model.info(), row.values()::get))));
        if (anew) {
            keys.remove(ids);
            keys.add(entries);
        } else {
            pairs.forget(ids);
        }
        List<List<Hit>> hits = finder.of(model, entries, Score::likely);
        List<Pair> found = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            for (Hit hit : hits.get(i)) {
                found.add(Pair.of(entries.get(i).id(), hit.record().row().id(), hit.score().points()));
            }
        }
        pairs.add(model.name(), found);
        return (int) found.stream().filter(pair -> stored.containsKey(pair.right())).distinct().count();
    }

    private List<Long> next(RecordModel model, long after) {
        return db.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT id FROM " + model.info().table() + " WHERE id > ? AND deleted_token = 0 ORDER BY id FETCH FIRST " + STEP + " ROWS ONLY")) {
                select.setLong(1, after);
                List<Long> ids = new ArrayList<>();
                try (ResultSet found = select.executeQuery()) {
                    while (found.next()) {
                        ids.add(found.getLong(1));
                    }
                }
                return ids;
            }
        });
    }

    private long count(RecordModel model) {
        return db.glance(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT COUNT(*) FROM " + model.info().table() + " WHERE deleted_token = 0");
                 ResultSet count = select.executeQuery()) {
                count.next();
                return count.getLong(1);
            }
        });
    }

    /** Whoever changes one of these waits, so that keys are not made of what it held before. */
    private void lock(RecordModel model, List<Long> ids) {
        String sql = "SELECT id FROM " + model.info().table() + " WHERE id = ? FOR UPDATE" + (db.kind() == DbKind.DERBY ? " WITH RS" : "");
        db.write(connection -> {
            try (PreparedStatement lock = connection.prepareStatement(sql)) {
                for (Long id : ids) {
                    lock.setLong(1, id);
                    try (ResultSet row = lock.executeQuery()) {
                        row.next();
                    }
                }
            }
            return Boolean.TRUE;
        });
    }

    private static long number(@org.jspecify.annotations.Nullable Object value) {
        return value == null ? 0 : Long.parseLong(String.valueOf(value));
    }
}
