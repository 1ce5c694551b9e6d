package org.tenon.records.duplicates;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.persistence.Db;
import org.tenon.records.duplicates.Finder.Hit;
import org.tenon.records.duplicates.MatchTable.Entry;
import org.tenon.records.matching.Profile;
import org.tenon.records.matching.Score;
import org.tenon.records.model.RecordModel;
import org.tenon.records.model.RecordModels;
import org.tenon.records.policy.RecordPolicy;
import org.tenon.records.policy.TypeAccess;
import org.tenon.records.query.PlainRows;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.FieldInfo;
import org.tenon.sdk.text.Labels;

/** Tells callers which stored records theirs is probably the same as. Safe for all threads. */
@Component(service = Duplicates.class)
public final class Duplicates {

    private final Finder finder;
    private final PairTable pairs;
    private final PlainRows rows;
    private final HitViews views;
    private final Db db;
    private final RecordModels models;
    private final RecordPolicy policy;
    private final Labels labels;
    private final DuplicateRules rules;

    @Activate
    public Duplicates(@Reference Db db, @Reference RecordModels models, @Reference RecordPolicy policy, @Reference Labels labels,
                      @Reference DuplicateRules rules) {
        this.db = db;
        this.models = models;
        this.policy = policy;
        this.labels = labels;
        this.rules = rules;
        this.finder = new Finder(db, rules);
        this.pairs = new PairTable(db);
        this.rows = new PlainRows(db);
        this.views = new HitViews(models, policy, labels, new PlainRows(db), rules);
    }

    /** True if records of the type are compared at all. */
    public static boolean looksAt(RecordModel model) {
        return !Profile.compared(model.info()).isEmpty();
    }

    /** True if a write of these fields can make or end a duplicate. */
    public static boolean touched(RecordModel model, Set<String> fields) {
        return Profile.compared(model.info()).stream().map(FieldInfo::name).anyMatch(fields::contains);
    }

    /**
     * Hits of a stored record, or of one in the present transaction, as the present caller may see them; without those dismissed.
     *
     * @return in the JSON form of docs/rest.md, the likeliest first
     */
    public List<Map<String, @Nullable Object>> of(RecordModel model, long id) {
        return views.of(Caller.current(), model, stored(model, id));
    }

    /** Those of {@link #of} that are {@link Score#likely}. */
    public List<Map<String, @Nullable Object>> likely(RecordModel model, long id) {
        return views.of(Caller.current(), model, stored(model, id).stream().filter(hit -> hit.score().likely()).toList());
    }

    private List<Hit> stored(RecordModel model, long id) {
        PlainRows.Plain row = rows.read(model, Finder.compared(model), List.of(id)).get(id);
        if (row == null || !looksAt(model)) {
            return List.of();
        }
        Profile profile = Profile.of(model.info(), row.values()::get);
        return open(id, finder.of(model, List.of(new Entry(model.name(), id, profile)), Score::possible).get(0));
    }

    /**
     * Hits of values that are not stored, such as those of a form that is being filled in. Values of fields that the caller may not see are not
     * compared: the hits would tell whose they are.
     *
     * @param self the record whose form it is, 0 for a new one
     */
    public List<Map<String, @Nullable Object>> of(RecordModel model, Map<String, ?> values, long self) {
        Caller caller = Caller.current();
        TypeAccess access = policy.access(caller, model.info());
        Map<String, @Nullable Object> seen = new HashMap<>(values);
        seen.keySet().removeIf(name -> !model.field(name).map(field -> access.level(field.info()).clear()).orElse(false));
        return views.of(caller, model, hits(model, List.of(seen), self).get(0));
    }

    /** The fields whose values no two records of the type may have in common. */
    public Set<String> blocking(RecordModel model) {
        return rules.of(model.name()).with(MatchRule.BLOCK);
    }

    /**
     * Before {@link #blocked}: waits for others who are storing one of these values, and lets others wait until the present transaction ends.
     * Flushes nothing. Who writes many records claims for all of them first.
     *
     * @param values of records to be stored, what no second record may have of each
     */
    public void claim(RecordModel model, Collection<Profile> values) {
        new Claims(db.unflushed()).claim(values.stream().map(each -> new Entry(model.name(), 0, each)).toList());
    }

    /**
     * Stored records that have one of these values, as the present caller may see them. Flushes nothing, so that records may be half written.
     *
     * @param values what no second record may have, see {@link #blocking}
     * @param self   the record whose values they are
     */
    public List<Map<String, @Nullable Object>> blocked(RecordModel model, Profile values, long self) {
        if (values.blocks().isEmpty()) {
            return List.of();
        }
        Db calm = db.unflushed();
        Set<Long> dismissed = new PairTable(calm).dismissed(self);
        List<Hit> hits = new Finder(calm, rules).of(model, List.of(new Entry(model.name(), self, values)), score -> false).get(0);
        return new HitViews(models, policy, labels, new PlainRows(calm), rules)
                .of(Caller.current(), model, hits.stream().filter(hit -> !dismissed.contains(hit.record().row().id())).toList());
    }

    /**
     * Hits of many new records at once, past policy: for imports, which ask the policy themselves before they show or change any of them.
     *
     * @param values of each record in JSON form, at most 500
     */
    public List<List<Hit>> of(RecordModel model, List<? extends Map<String, ?>> values) {
        return hits(model, values, 0);
    }

    private List<List<Hit>> hits(RecordModel model, List<? extends Map<String, ?>> values, long self) {
        List<Entry> entries = values.stream().map(each -> new Entry(model.name(), self, Profile.of(model.info(), each::get))).toList();
        return finder.of(model, entries, Score::possible).stream().map(hits -> self == 0 ? hits : open(self, hits)).toList();
    }

    /** Those that nobody dismissed; most records have none, and then nothing is looked up. */
    private List<Hit> open(long id, List<Hit> hits) {
        if (hits.isEmpty()) {
            return hits;
        }
        Set<Long> dismissed = pairs.dismissed(id);
        return hits.stream().filter(hit -> !dismissed.contains(hit.record().row().id())).toList();
    }
}
