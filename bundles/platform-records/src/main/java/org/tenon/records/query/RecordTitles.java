package org.tenon.records.query;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.tenon.persistence.Db;
import org.tenon.records.model.RecordModel;
import org.tenon.records.model.RecordModels;
import org.tenon.records.policy.RecordPolicy;
import org.tenon.records.policy.Row;
import org.tenon.sdk.file.FileStore;
import org.tenon.sdk.file.StoredFile;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.RecordId;

/**
 * What records are called, for those who refer to them. The names of members and departments are open to everyone signed in; the title of
 * any other record the caller may not read is {@link #UNREADABLE}. Records in the recycle bin keep their titles. Safe for all threads.
 */
@Component(service = RecordTitles.class)
public final class RecordTitles {

    /** Stands for a value or title that the caller may not see. */
    public static final String UNREADABLE = "***";

    /** Types whose titles are open to everyone signed in. */
    public static final Set<String> OPEN = Set.of("identity.member", "identity.department");
    private static final int AT_ONCE = 256;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable FileStore files;

    private final RecordModels models;
    private final RecordPolicy policy;
    private final Db db;

    @Activate
    public RecordTitles(@Reference RecordModels models, @Reference RecordPolicy policy, @Reference Db db) {
        this.models = models;
        this.policy = policy;
        this.db = db;
    }

    /** For whoever assembles by hand: where files are kept. */
    public RecordTitles with(FileStore store) {
        files = store;
        return this;
    }

    /** What the file is called; its id where nothing keeps files or it is gone. */
    public String file(String id) {
        FileStore store = files;
        return store == null ? id : store.find(RecordId.of(id)).map(StoredFile::name).orElse(id);
    }

    /** Titles by id, in one query a type, in none for members and departments that the directory knows; without records that do not exist, without any where the type's area is not there now. */
    public Map<Long, String> of(Caller caller, String type, Collection<Long> ids) {
        Map<Long, String> known = new HashMap<>();
        Set<Long> others = new HashSet<>();
        for (Long id : ids) {
            policy.openName(type, id).ifPresentOrElse(name -> known.put(id, name), () -> others.add(id));
        }
        RecordModel model = others.isEmpty() ? null : models.find(type).orElse(null);
        if (model != null) {
            known.putAll(titles(caller, model, List.copyOf(others)));
        }
        return known;
    }

    private Map<Long, String> titles(Caller caller, RecordModel model, List<Long> ids) {
        boolean open = OPEN.contains(model.name());
        boolean clear = open || policy.access(caller, model.info()).level(model.title().info()).clear();
        Map<Long, String> titles = new HashMap<>();
        List<Row> rows = new ArrayList<>();
        db.read(connection -> {
            for (int from = 0; from < ids.size(); from += AT_ONCE) {
                Sql sql = new Sql().add("SELECT r.id, r.").add(model.title().column()).add(model.owned() ? ", r.owner_id, r.department_id" : "")
                        .add(" FROM ").add(model.info().table()).add(" r WHERE r.id IN ")
                        .list(Binds.padded(ids.subList(from, Math.min(ids.size(), from + AT_ONCE))));
                try (PreparedStatement statement = sql.prepare(connection); ResultSet found = statement.executeQuery()) {
                    while (found.next()) {
                        String title = found.getString(2);
                        titles.put(found.getLong(1), title == null ? "" : title);
                        rows.add(new Row(found.getLong(1), model.owned() ? id(found, 3) : null, model.owned() ? id(found, 4) : null));
                    }
                }
            }
            return rows;
        });
        if (!open) {
            Set<Long> readable = clear ? policy.readable(caller, model.info(), rows) : Set.of();
            titles.replaceAll((id, title) -> readable.contains(id) ? title : UNREADABLE);
        }
        return titles;
    }

    private static @Nullable Long id(ResultSet rows, int at) throws java.sql.SQLException {
        long value = rows.getLong(at);
        return rows.wasNull() ? null : value;
    }
}
