package org.tenon.records.write;

import java.util.Optional;
import org.tenon.records.model.RecordModel;
import org.tenon.records.model.RecordModels;
import org.tenon.records.policy.RecordPolicy;
import org.tenon.records.write.Rows.Stored;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.FieldType;

/** Looks references up in the database, with the row policy of the present caller. */
final class VisibleReferences implements References {

    private final RecordModels models;
    private final RecordPolicy policy;
    private final Rows rows;

    VisibleReferences(RecordModels models, RecordPolicy policy, Rows rows) {
        this.models = models;
        this.policy = policy;
        this.rows = rows;
    }

    @Override
    public boolean exists(FieldType field, String type, long id) {
        boolean organisation = field == FieldType.MEMBER || field == FieldType.DEPARTMENT;
        Optional<RecordModel> model = models.find(type);
        if (model.isEmpty()) {
            return organisation;
        }
        Optional<Stored> stored = rows.peek(model.get(), id).filter(found -> !found.deleted());
        return stored.isPresent() && (organisation || policy.allows(Caller.current(), model.get().info(), "read", stored.get().row()));
    }
}
