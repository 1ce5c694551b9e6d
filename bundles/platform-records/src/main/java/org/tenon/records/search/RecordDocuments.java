package org.tenon.records.search;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.persistence.Db;
import org.tenon.records.model.FieldModel;
import org.tenon.records.model.RecordModel;
import org.tenon.records.model.RecordModels;
import org.tenon.records.policy.Reach;
import org.tenon.records.policy.RecordPolicy;
import org.tenon.records.policy.TypeAccess;
import org.tenon.records.query.RowData;
import org.tenon.records.query.Rows;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.Change;
import org.tenon.sdk.record.FieldInfo;
import org.tenon.sdk.record.TypeInfo;
import org.tenon.sdk.search.SearchSource;

/** Reads records for the index straight from their tables. Safe for all threads. */
@Component(service = SearchSource.class)
public final class RecordDocuments implements SearchSource {

    private final RecordModels models;
    private final RecordPolicy policy;
    private final Db db;

    @Activate
    public RecordDocuments(@Reference RecordModels models, @Reference RecordPolicy policy, @Reference Db db) {
        this.models = models;
        this.policy = policy;
        this.db = db;
    }

    @Override
    public List<FieldInfo> fields(TypeInfo type) {
        return type.fields().stream().filter(Texts::in).toList();
    }

    @Override
    public List<Document> read(String type, Collection<Long> ids) {
        RecordModel model = models.require(type);
        List<FieldModel> fields = model.fields().values().stream().filter(field -> Texts.in(field.info())).toList();
        return ids.isEmpty() ? List.of() : db.read(connection -> {
            Rows rows = new Rows(db.kind(), model, fields);
            Map<Long, RowData> living = rows.read(connection, ids, false);
            List<Long> others = ids.stream().filter(id -> !living.containsKey(id)).distinct().toList();
            Map<Long, RowData> deleted = others.isEmpty() ? Map.of() : rows.read(connection, others, true);
            Map<Long, Set<String>> opened = model.owned() ? Openings.of(connection, model, living.keySet()) : Map.of();
            List<Document> documents = new ArrayList<>(ids.size());
            living.forEach((id, row) -> documents.add(document(model, fields, row, false, opened.getOrDefault(id, Set.of()))));
            deleted.forEach((id, row) -> documents.add(document(model, fields, row, true, Set.of())));
            return documents;
        });
    }

    private static Document document(RecordModel model, List<FieldModel> fields, RowData row, boolean deleted, Set<String> opened) {
        Set<String> holders = new HashSet<>(Holders.of(row.row()));
        holders.addAll(opened);
        Map<String, List<String>> texts = new LinkedHashMap<>();
        for (FieldModel field : fields) {
            List<String> written = Texts.of(field.info(), row.values().get(field.name()));
            if (!written.isEmpty()) {
                texts.put(field.name(), written);
            }
        }
        return new Document(model.name(), row.row().id(), row.title(), deleted, holders, texts);
    }

    @Override
    public List<Long> ids(String type, long after, int limit) {
        RecordModel model = models.require(type);
        String sql = "SELECT r.id FROM " + model.info().table() + " r WHERE r.id > ? ORDER BY r.id FETCH FIRST " + limit + " ROWS ONLY";
        return db.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setLong(1, after);
                return longs(select);
            }
        });
    }

    @Override
    public List<Long> following(String type, Change change, long after, int limit) {
        RecordModel model = models.require(type);
        FieldModel field = model.info().follows() == null || !Openings.ACTIONS.contains(change.action()) ? null : model.require(model.info().follows());
        if (field == null || !field.anyReference() && !change.type().equals(field.info().reference())) {
            return List.of();
        }
        String sql = "SELECT r.id FROM " + model.info().table() + " r WHERE r." + field.column() + " = ? AND r.id > ?"
                + (field.anyReference() ? " AND r." + field.secondColumn() + " = ?" : "") + " ORDER BY r.id FETCH FIRST " + limit + " ROWS ONLY";
        return db.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setLong(1, change.target());
                select.setLong(2, after);
                if (field.anyReference()) {
                    select.setString(3, change.type());
                }
                return longs(select);
            }
        });
    }

    @Override
    public long count(String type) {
        RecordModel model = models.require(type);
        return db.glance(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT COUNT(*) FROM " + model.info().table())) {
                return longs(select).get(0);
            }
        });
    }

    @Override
    public Sight sight(Caller caller, TypeInfo type, boolean deleted) {
        String action = deleted ? "delete" : "read";
        TypeAccess access = policy.require(caller, type, action);
        Set<String> clear = fields(type).stream().filter(field -> access.level(field).clear()).map(FieldInfo::name).collect(Collectors.toCollection(TreeSet::new));
        Reach reach = access.reach(action);
        if (reach.all()) {
            return new Sight(true, Set.of(), clear);
        }
        Set<String> tokens = new HashSet<>(Holders.of(reach));
        if (!deleted && type.owned()) {
            tokens.add(Holders.member(caller.memberId()));
            policy.grants(caller).departments().forEach(department -> tokens.add(Holders.department(department)));
        }
        return new Sight(false, tokens, clear);
    }

    private static List<Long> longs(PreparedStatement select) throws SQLException {
        List<Long> found = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                found.add(rows.getLong(1));
            }
        }
        return found;
    }
}
