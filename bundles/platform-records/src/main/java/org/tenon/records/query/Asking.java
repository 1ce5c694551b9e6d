package org.tenon.records.query;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tenon.persistence.DbKind;
import org.tenon.records.dictionary.Dictionaries;
import org.tenon.records.model.RecordModel;
import org.tenon.records.model.RecordModels;
import org.tenon.records.policy.RecordPolicy;
import org.tenon.records.policy.TypeAccess;
import org.tenon.sdk.conditions.Condition;
import org.tenon.sdk.conditions.Condition.Compare;
import org.tenon.sdk.conditions.Condition.In;
import org.tenon.sdk.conditions.ConditionParser;
import org.tenon.sdk.conditions.Operator;
import org.tenon.sdk.conditions.Present;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.FieldType;
import org.tenon.sdk.record.TypeInfo;

/** One caller asking at one moment: their conditions checked and put into SQL, and the ways to what they may read. */
final class Asking {

    private final DbKind kind;
    private final RecordModels models;
    private final RecordPolicy policy;
    private final Dictionaries dictionaries;
    private final Caller caller;
    private final Present present;
    private final Sizes sizes;
    private final Counts counts;
    private final Looking looking;

    /** @param zone where days begin */
    Asking(DbKind kind, RecordModels models, RecordPolicy policy, Dictionaries dictionaries, Caller caller, Clock clock, ZoneId zone, Sizes sizes, Counts counts,
           Looking looking) {
        this.kind = kind;
        this.models = models;
        this.policy = policy;
        this.dictionaries = dictionaries;
        this.caller = caller;
        this.sizes = sizes;
        this.counts = counts;
        this.looking = looking;
        var grants = policy.grants(caller);
        this.present = new Present(clock.instant(), zone, caller.memberId(), grants.departments(), grants.below());
    }

    DbKind kind() {
        return kind;
    }

    /**
     * Reads a condition, ready for {@link #sql}.
     *
     * @throws org.tenon.sdk.TenonException INVALID for what is none, or asks for what the caller may not see
     */
    Condition condition(RecordModel model, TypeAccess access, @Nullable Object json) {
        Condition condition = ConditionParser.parse(json, model.info()::field, this::readable);
        Guard.check(access, condition, type -> policy.access(caller, type));
        return present.resolve(condition).eachTest(this::widened);
    }

    /** Subtrees of choices as the values in them. */
    private Condition widened(Condition test) {
        if (!(test instanceof Compare compare) || compare.operator() != Operator.WITHIN || !(compare.value() instanceof String top)
                || compare.field().type() == FieldType.REGION) {
            return test;
        }
        String dictionary = compare.field().dictionary();
        return new In(compare.field(), dictionary == null ? List.of(top) : List.copyOf(dictionaries.below(dictionary, top)));
    }

    /** Of living records. */
    ConditionSql sql(RecordModel model) {
        return sql(model, false);
    }

    /** @param deleted of those in the recycle bin */
    ConditionSql sql(RecordModel model, boolean deleted) {
        return new ConditionSql(kind, model, this, deleted);
    }

    /** How large tables are. */
    Sizes sizes() {
        return sizes;
    }

    /** How much queries find. */
    Counts counts() {
        return counts;
    }

    /** What is asked of the search index. */
    Looking looking() {
        return looking;
    }

    /** The department and all below it. */
    Set<Long> below(long department) {
        return policy.below(department);
    }

    /** The living records of a type, alias {@code r}, that the caller may read. @param type one that {@link #condition} let pass */
    Sql readable(RecordModel model) {
        Sql where = new Sql().add("r.deleted_token = 0");
        List<Branch> branches = branches(policy.access(caller, model.info()), model, "read", false);
        if (branches.stream().anyMatch(branch -> branch.where().isEmpty())) {
            return where;
        }
        return where.add(" AND ").add(Branches.either(branches));
    }

    /** The ways to the records an action reaches. @param single as in {@link Branches#of} */
    List<Branch> branches(TypeAccess access, RecordModel model, String action, boolean single) {
        boolean shares = !action.equals("delete") && model.owned() && !caller.system();
        return Branches.of(access, action, single, shares, caller.memberId(), present.departments());
    }

    /** As {@link #branches}, for an action on records that must be readable too, without what teams and shares open. */
    List<Branch> narrowed(TypeAccess access, RecordModel model, String action, boolean single) {
        if (access.reach(action).all()) {
            return branches(access, model, "read", single);
        }
        List<Branch> granted = Branches.of(access, action, single, false, caller.memberId(), present.departments());
        return access.reach("read").all() ? granted : granted.stream().map(branch -> branch.and(readable(model))).toList();
    }

    RecordModel model(String type) {
        return models.require(type);
    }

    private Optional<TypeInfo> readable(String type) {
        return models.find(type).map(RecordModel::info).filter(info -> policy.access(caller, info).may("read"));
    }
}
