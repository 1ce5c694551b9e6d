package org.tenon.records.write;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tenon.records.model.RecordModel;
import org.tenon.records.model.RecordModels;
import org.tenon.records.policy.RecordPolicy;
import org.tenon.records.policy.Row;
import org.tenon.records.write.Rows.Stored;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.FieldType;

/** Looks references up in the database, with the row policy of the present caller. */
final class VisibleReferences implements References {

    private final RecordModels models;
    private final RecordPolicy policy;
    private final OwnFiles files;
    private final Rows rows;

    VisibleReferences(Writing writing, Rows rows) {
        this.models = writing.models();
        this.policy = writing.policy();
        this.files = new OwnFiles(writing);
        this.rows = rows;
    }

    @Override
    public boolean exists(FieldType field, String type, long id) {
        if (field == FieldType.FILES) {
            return files.usable(id);
        }
        boolean organisation = field == FieldType.MEMBER || field == FieldType.DEPARTMENT;
        Optional<RecordModel> model = models.find(type);
        if (model.isEmpty()) {
            return organisation;
        }
        Optional<Stored> stored = rows.peek(model.get(), id).filter(found -> !found.deleted());
        return stored.isPresent() && (organisation || policy.allows(Caller.current(), model.get().info(), "read", stored.get().row()));
    }

    /** {@link #exists} for many records of a type that is there, in one go. */
    Map<Long, Boolean> among(FieldType field, RecordModel model, Collection<Long> ids) {
        boolean organisation = field == FieldType.MEMBER || field == FieldType.DEPARTMENT;
        List<Row> living = rows.peek(model, ids).values().stream().filter(found -> !found.deleted()).map(Stored::row).toList();
        Set<Long> open = organisation ? living.stream().map(Row::id).collect(Collectors.toSet())
                : policy.readable(Caller.current(), model.info(), living);
        return ids.stream().distinct().collect(Collectors.toMap(id -> id, open::contains));
    }
}
