package org.tenon.records.query;

import java.time.Clock;
import java.time.ZoneId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.persistence.Db;
import org.tenon.records.model.RecordModels;
import org.tenon.records.policy.RecordPolicy;
import org.tenon.sdk.identity.Caller;

/** Makes an {@link Asking} for each query. Days begin where the server is. Safe for all threads. */
@Component(service = Askers.class)
public final class Askers {

    private final RecordModels models;
    private final RecordPolicy policy;
    private final Db db;
    private final Clock clock;
    private final ZoneId zone;

    @Activate
    public Askers(@Reference RecordModels models, @Reference RecordPolicy policy, @Reference Db db) {
        this(models, policy, db, Clock.systemUTC(), ZoneId.systemDefault());
    }

    /** For tests: with a clock of their own. */
    public Askers(RecordModels models, RecordPolicy policy, Db db, Clock clock, ZoneId zone) {
        this.models = models;
        this.policy = policy;
        this.db = db;
        this.clock = clock;
        this.zone = zone;
    }

    Asking of(Caller caller) {
        return new Asking(db.kind(), models, policy, caller, clock, zone);
    }
}
