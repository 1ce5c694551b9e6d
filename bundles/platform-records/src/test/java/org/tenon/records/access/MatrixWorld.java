package org.tenon.records.access;

import java.io.ByteArrayInputStream;
import java.sql.PreparedStatement;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tenon.records.bulk.Bulk;
import org.tenon.records.bulk.BulkOrders;
import org.tenon.records.exports.ExportWish;
import org.tenon.records.exports.Exports;
import org.tenon.records.imports.Loads;
import org.tenon.records.query.PlainSearch;
import org.tenon.records.search.RecordDocuments;
import org.tenon.records.standalone.StandaloneRecords;
import org.tenon.records.write.Forest;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.identity.Directory;
import org.tenon.sdk.identity.Grants;
import org.tenon.sdk.identity.Grants.FieldLimit;
import org.tenon.sdk.identity.Grants.RecordGrant;
import org.tenon.sdk.identity.Scope;
import org.tenon.sdk.job.Job;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordPage;
import org.tenon.sdk.record.RecordQuery;
import org.tenon.sdk.record.RecordView;
import org.tenon.sdk.search.SearchQuery;
import org.tenon.testkit.MemoryFiles;
import org.tenon.testkit.TestDatabase;
import org.tenon.testkit.job.StandaloneJobs;

/** Builds the situations of the matrix: a member and a record each. */
final class MatrixWorld implements AutoCloseable, Directory {

    static final Caller SYSTEM = Caller.system("matrix");
    private static final long OTHER = 3;
    private static final long JUNIOR = 4;
    private static final Map<Long, Set<Long>> BELOW = Map.of(1L, Set.of(1L, 11L), 5L, Set.of(5L, 51L));

    private final Forest forest;
    private final StandaloneJobs jobs;
    private final Exports exports;
    private final Bulk bulk;
    private final Loads loads;
    private final MemoryFiles files = new MemoryFiles();
    private final PlainSearch search;
    private final Map<Long, Grants> grants = new HashMap<>();
    private long members = 1000;

    /** A member in front of a record, of another one just like it, and of one of their own that refers to it. */
    record Case(MatrixRow row, Caller caller, String type, RecordId id, RecordId twin, String name, String refers, RecordId referring) {
    }

    MatrixWorld(TestDatabase database) {
        forest = new Forest(database);
        forest.engine().directory(this);
        jobs = new StandaloneJobs(engine().tx()).handler(engine().exportJob(files, (kind, detail) -> { }));
        exports = engine().exports(jobs);
        bulk = engine().bulk(jobs, jobs::handler, files);
        loads = new Loads(engine());
        search = new PlainSearch((RecordDocuments) engine().documents(), engine().types());
        engine().merges().with(jobs);
    }

    /** The result of an export of records by this condition. */
    Map<String, Object> export(String type, Object filter) {
        return run(exports.submit(new ExportWish(type, null, filter, null, null, List.of("name"), "csv", false)));
    }

    /** What the list says to words while there is a search index. */
    RecordPage searched(String type, String words) {
        engine().search(search);
        try {
            return engine().records().of(type).page(new RecordQuery(null, null, 200, null, List.of(), words, false, false));
        } finally {
            engine().search(null);
        }
    }

    /** What the search over everything shows of a type. */
    List<RecordView> found(String type, String words) {
        return engine().records().of(type).get(search.find(SearchQuery.words(type, words, 50)).ids().stream().map(RecordId::new).toList());
    }

    /** A file of the present caller. */
    RecordId upload() {
        return files.keep("plan.pdf", new ByteArrayInputStream(new byte[] {1}), null).id();
    }

    MemoryFiles files() {
        return files;
    }

    /** The titles in the result of something that is refused for every one of these records. */
    Map<String, Object> refused(String type, RecordId id) {
        return run(BulkOrders.submit(bulk, Map.of("type", type, "action", "restore", "ids", List.of(id.toString()))));
    }

    /** The result of doing something with all records by this condition. */
    Map<String, Object> bulk(String type, String action, Object filter, Map<String, Object> values) {
        Map<String, Object> order = new HashMap<>(Map.of("type", type, "action", action, "filter", filter));
        if (!values.isEmpty()) {
            order.put("values", values);
        }
        return run(BulkOrders.submit(bulk, order));
    }

    /** Whether an import that may only update changed one record. */
    boolean importUpdate(String type, String csv) {
        return loads.counts(loads.loaded(type, csv, Map.of("mode", "update", "match", List.of("name")))).get("updated") == 1;
    }

    private Map<String, Object> run(Job job) {
        jobs.runAll();
        return jobs.find(job.id()).orElseThrow().result();
    }

    StandaloneRecords engine() {
        return forest.engine();
    }

    Case make(MatrixRow row) {
        Caller caller = new Caller(members++, "member", Locale.ENGLISH, false, null);
        grants.put(caller.memberId(), grants(row));
        String name = "Matrix " + caller.memberId();
        Map<String, Object> values = new HashMap<>(Map.of("name", name));
        if (row.typeName().equals("sample.company")) {
            values.put("code", name);
        }
        values.put("ownerId", row.owner() == null ? null : RecordId.text(row.owner().equals("me") ? caller.memberId() : row.owner().equals("junior") ? JUNIOR : OTHER));
        values.put("departmentId", row.department() == null ? null : RecordId.text(row.department()));
        return SYSTEM.run(() -> {
            RecordId parent = engine().records().of("sample.tree").create(Map.of("name", "parent of " + name)).id();
            boolean child = row.typeName().equals("sample.leaf");
            if (child) {
                values.put("tree", parent.toString());
            }
            RecordId id = engine().records().of(row.typeName()).create(values).id();
            values.put("name", name + " twin");
            values.remove("code");
            RecordId twin = engine().records().of(row.typeName()).create(values).id();
            if ("parent".equals(row.on())) {
                open(row, "sample.tree", parent, caller.memberId());
            } else if (row.way() != null) {
                open(row, row.typeName(), id, caller.memberId());
                open(row, row.typeName(), twin, caller.memberId());
            }
            Map<String, Object> about = Map.of("name", "about " + name, "ownerId", RecordId.text(caller.memberId()), "about",
                    Map.of("type", row.typeName(), "id", id.toString()));
            return new Case(row, caller, row.typeName(), id, twin, name, "about", engine().records().of("sample.tree").create(about).id());
        });
    }

    /** A member who may do everything with companies but for the limits. */
    Caller limited(FieldLimit... limits) {
        Caller caller = new Caller(members++, "member", Locale.ENGLISH, false, null);
        List<RecordGrant> all = List.of("read", "create", "update").stream().map(action -> new RecordGrant("role", "sample.company", action, Scope.ALL, Set.of())).toList();
        grants.put(caller.memberId(), new Grants(false, all, List.of(limits), Set.of(), Set.of(), Set.of()));
        return caller;
    }

    /** Reads their own trees whatever the row says, to look from there at the record in question. */
    private static Grants grants(MatrixRow row) {
        List<RecordGrant> records = new java.util.ArrayList<>(List.of(new RecordGrant("looking", "sample.tree", "read", Scope.OWN, Set.of()),
                new RecordGrant("looking", "sample.tree", "update", Scope.OWN, Set.of())));
        if (row.scope() != null) {
            records.add(new RecordGrant("role", row.typeName(), "import", Scope.ALL, Set.of()));
            for (String action : List.of("read", "update", "delete", "export")) {
                records.add(new RecordGrant("role", row.typeName(), action, Scope.of(row.scope()), row.named() == null ? Set.of() : Set.copyOf(row.named())));
            }
        }
        return new Grants(false, records, List.of(), Set.of(), Set.of(1L, 2L), Set.of(1L, 2L, 11L), row.line() ? Set.of(JUNIOR) : Set.of(), row.unowned());
    }

    /** By SQL: what is expired cannot be wished for. */
    private void open(MatrixRow row, String type, RecordId id, long member) {
        boolean team = row.way().equals("team");
        String sql = team ? "INSERT INTO records_team (record_type, record_id, access, expires_at, member_id) VALUES (?, ?, ?, ?, ?)"
                : "INSERT INTO records_share (record_type, record_id, access, expires_at, grantee_id, grantee_kind) VALUES (?, ?, ?, ?, ?, ?)";
        engine().db().write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(sql)) {
                LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
                insert.setString(1, type);
                insert.setLong(2, id.value());
                insert.setString(3, row.access());
                insert.setTimestamp(4, Timestamp.valueOf(row.expired() ? now : now.plusHours(1)));
                insert.setLong(5, row.to() == null ? member : row.to());
                if (!team) {
                    insert.setString(6, row.way());
                }
                return insert.executeUpdate();
            }
        });
    }

    @Override
    public Grants grants(long memberId) {
        return grants.getOrDefault(memberId, Grants.NONE);
    }

    @Override
    public Optional<Long> mainDepartment(long memberId) {
        return Optional.of(1L);
    }

    @Override
    public Set<Long> below(long department) {
        return BELOW.getOrDefault(department, Set.of(department));
    }

    @Override
    public boolean holds(Caller caller, String function) {
        return caller.system();
    }

    @Override
    public void close() {
        forest.close();
    }
}
