package org.tenon.records.query;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.persistence.Db;
import org.tenon.records.model.RecordModel;
import org.tenon.records.model.RecordModels;
import org.tenon.records.policy.RecordPolicy;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordPage;
import org.tenon.sdk.record.RecordQuery;
import org.tenon.sdk.record.RecordView;

/** Reads records by SQL as the present caller may see them. Safe for all threads. */
@Component(service = RecordReader.class)
public final class RecordReader {

    private final RecordModels models;
    private final RecordPolicy policy;
    private final Db db;

    @Activate
    public RecordReader(@Reference RecordModels models, @Reference RecordPolicy policy, @Reference Db db) {
        this.models = models;
        this.policy = policy;
        this.db = db;
    }

    /** A page. @throws org.tenon.sdk.TenonException INVALID for a bad query, NOT_FOUND if the caller may not read the type */
    public RecordPage page(RecordModel model, RecordQuery query) {
        throw new UnsupportedOperationException();
    }

    /** One living record. @throws org.tenon.sdk.TenonException NOT_FOUND if there is none or the caller may not read it */
    public RecordView get(RecordModel model, RecordId id) {
        throw new UnsupportedOperationException();
    }

    /** The living ones of these that the caller may read, in the given order. @param ids at most 200 */
    public List<RecordView> get(RecordModel model, List<RecordId> ids) {
        throw new UnsupportedOperationException();
    }

    /** A record, living or deleted, that the caller has just written: field policy and labels, no row policy, read in the present transaction. */
    public RecordView view(RecordModel model, RecordId id) {
        throw new UnsupportedOperationException();
    }
}
