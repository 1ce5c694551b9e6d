package org.tenon.records.query;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.tenon.persistence.Db;
import org.tenon.records.dictionary.Dictionaries;
import org.tenon.records.model.RecordModel;
import org.tenon.records.model.RecordModels;
import org.tenon.records.policy.RecordPolicy;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.search.SearchEngine;

/** Makes an {@link Asking} for each query. Days begin where the caller is, for one who has not said where the server is. Safe for all threads. */
@Component(service = Askers.class)
public final class Askers {

    private final RecordModels models;
    private final RecordPolicy policy;
    private final Dictionaries dictionaries;
    private final Db db;
    private final Clock clock;
    private final ZoneId zone;
    private final Sizes sizes = new Sizes();
    private final Counts counts;
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable SearchEngine engine;

    @Activate
    public Askers(@Reference RecordModels models, @Reference RecordPolicy policy, @Reference Dictionaries dictionaries, @Reference Db db) {
        this(models, policy, dictionaries, db, Clock.systemUTC(), ZoneId.systemDefault());
    }

    /** For tests: with a clock of their own. */
    public Askers(RecordModels models, RecordPolicy policy, Dictionaries dictionaries, Db db, Clock clock, ZoneId zone) {
        this.models = models;
        this.policy = policy;
        this.dictionaries = dictionaries;
        this.db = db;
        this.clock = clock;
        this.zone = zone;
        this.counts = new Counts(db.kind());
    }

    Asking of(Caller caller) {
        return new Asking(db.kind(), models, policy, dictionaries, caller, clock, zone(caller), sizes, counts, new Looking(engine));
    }

    /** For whoever assembles by hand: the search index, null for none. */
    public Askers with(@Nullable SearchEngine search) {
        engine = search;
        return this;
    }

    /** The search index, empty where there is none now. */
    Optional<SearchEngine> search() {
        return Optional.ofNullable(engine);
    }

    /** Where the caller's days begin. */
    ZoneId zone(Caller caller) {
        return policy.zone(caller).orElse(zone);
    }

    /** @throws org.tenon.sdk.TenonException INVALID, naming the field, for a condition the present caller cannot ask */
    public void checkCondition(RecordModel model, @Nullable Object json) {
        Caller caller = Caller.current();
        of(caller).condition(model, policy.access(caller, model.info()), json);
    }

    /** @throws org.tenon.sdk.TenonException INVALID for an order the present caller cannot ask for */
    public void checkSort(RecordModel model, String sort) {
        Order.of(model, policy.access(Caller.current(), model.info()), sort);
    }

    /** @throws org.tenon.sdk.TenonException INVALID for a field the present caller cannot divide a list by */
    public void checkGroup(RecordModel model, String field) {
        Caller caller = Caller.current();
        Grouping.of(db.kind(), model, policy.access(caller, model.info()), field, zone(caller));
    }
}
