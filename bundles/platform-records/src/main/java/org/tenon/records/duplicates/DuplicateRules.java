package org.tenon.records.duplicates;

import java.util.HashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.persistence.Db;
import org.tenon.persistence.PersistenceUnit;
import org.tenon.records.model.RecordModel;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;

/** What administrators decided about the same values in records of a type. Other nodes go by it within two seconds. Safe for all threads. */
@Component(service = DuplicateRules.class)
public final class DuplicateRules {

    private static final long LOOK_NANOS = 2_000_000_000L;

    private final RuleTable table;
    private volatile Map<String, MatchRules> stored;
    private volatile long lookedAt;

    /** @param ours there once our tables are */
    @Activate
    public DuplicateRules(@Reference Db db, @Reference(target = "(" + PersistenceUnit.AREA + "=records)") PersistenceUnit ours) {
        this.table = new RuleTable(db);
        this.stored = table.all();
        this.lookedAt = System.nanoTime();
    }

    public MatchRules of(String type) {
        if (System.nanoTime() - lookedAt > LOOK_NANOS) {
            load();
        }
        return stored.getOrDefault(type, MatchRules.NONE);
    }

    /**
     * Sets all rules of a type.
     *
     * @param wanted  by field; fields left out get {@link MatchRule#WEIGH}
     * @param version as they were read
     * @return what they were
     * @throws TenonException INVALID for a field that is not compared, or that cannot have the rule; STALE
     */
    MatchRules set(RecordModel model, Map<String, MatchRule> wanted, int version) {
        Map<String, MatchRule> rules = new HashMap<>();
        wanted.forEach((field, rule) -> {
            boolean fits = model.field(field).map(found -> found.info().match()).filter(rule::fits).isPresent();
            if (!fits) {
                throw TenonException.invalid(field, "choice", "%s cannot have the rule %s".formatted(field, rule.word()));
            }
            if (rule != MatchRule.WEIGH) {
                rules.put(field, rule);
            }
        });
        load();
        MatchRules before = stored.getOrDefault(model.name(), MatchRules.NONE);
        if (before.version() != version) {
            throw new TenonException(Kind.STALE, "someone else changed the rules of " + model.name() + " meanwhile");
        }
        table.put(model.name(), new MatchRules(version + 1, rules));
        load();
        return before;
    }

    private synchronized void load() {
        stored = table.all();
        lookedAt = System.nanoTime();
    }
}
