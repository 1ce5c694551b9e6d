package org.tenon.records.write;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tenon.records.model.FieldModel;
import org.tenon.records.model.RecordModel;
import org.tenon.records.policy.FieldLevel;
import org.tenon.records.policy.TypeAccess;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.identity.Directory;
import org.tenon.sdk.record.BaseRecord;
import org.tenon.sdk.record.FieldType;
import org.tenon.sdk.record.RecordRules;

/** Puts values into drafts and has them checked: field policy, types, rules, what is required. Safe for all threads. */
final class Filling {

    private final Writing writing;
    private final Coercion coercion;
    private final CustomWork custom;
    private final DuplicateGuard guard;

    Filling(Writing writing, References references) {
        this.writing = writing;
        this.coercion = new Coercion(writing.dictionaries(), references);
        this.custom = new CustomWork(writing);
        this.guard = new DuplicateGuard(writing.duplicates());
    }

    /** Sets the values; what is refused is told to {@code refusals} and left as it was. */
    void fill(Draft draft, Map<String, ?> given, TypeAccess access, Refusals refusals) {
        for (Map.Entry<String, ?> entry : given.entrySet()) {
            String name = entry.getKey();
            FieldModel field = draft.model().field(name).orElse(null);
            FieldLevel level = field == null ? FieldLevel.HIDDEN : access.level(field.info());
            if (field == null || level == FieldLevel.HIDDEN) {
                refusals.refuse(name, "unknownField");
            } else if (level != FieldLevel.WRITE || name.equals("id")) {
                refusals.refuse(name, "readOnly");
            } else {
                fill(draft, field, entry.getValue(), refusals);
            }
        }
    }

    private void fill(Draft draft, FieldModel field, @Nullable Object json, Refusals refusals) {
        Object value = coercion.attribute(field, json, refusals);
        if (value == null && draft.primitive(field.name())) {
            refusals.refuse(field.name(), "required");
        } else if (value != null && value != Coercion.REFUSED && retired(draft, field, value)) {
            refusals.refuse(field.name(), "retired");
        } else if (value != null && value != Coercion.REFUSED && left(draft, field, value)) {
            refusals.refuse(field.name(), "left");
        } else if (value != Coercion.REFUSED) {
            draft.set(field.name(), value);
        }
    }

    /** Whether the value brings in one that its dictionary does not offer any more; what the record has already it keeps. */
    private boolean retired(Draft draft, FieldModel field, Object value) {
        String dictionary = field.info().dictionary();
        boolean choice = field.type() == FieldType.CHOICE || field.type() == FieldType.MULTI_CHOICE;
        if (dictionary == null || !choice) {
            return false;
        }
        Object present = draft.get(field.name());
        List<?> had = present == null ? List.of() : field.type().multiple() ? Attributes.list((String) present) : List.of(present);
        List<?> has = field.type().multiple() ? Attributes.list((String) value) : List.of(value);
        return has.stream().anyMatch(each -> !had.contains(each) && writing.dictionaries().retired(dictionary, String.valueOf(each)));
    }

    /** Whether the record would come to belong to a member who left; one who leaves keeps what they have until it is handed on. */
    private boolean left(Draft draft, FieldModel field, Object value) {
        return field.name().equals("ownerId") && field.type() == FieldType.MEMBER && !Caller.current().system() && !value.equals(draft.get("ownerId"))
                && writing.directory().get().map((Directory found) -> !found.active((Long) value)).orElse(false);
    }

    /** Sets what custom fields of a new record have unless {@code given} says otherwise. */
    void initial(Draft draft, Map<String, ?> given, Refusals refusals) {
        custom.defaults(draft.model(), given).forEach((name, value) -> fill(draft, draft.model().require(name), value, refusals));
    }

    /** A new record belongs to the caller and to its owner's main department, unless {@code given} says otherwise. */
    void own(Draft draft, Map<String, ?> given) {
        if (!draft.model().owned()) {
            return;
        }
        long member = Caller.current().memberId();
        if (!given.containsKey("ownerId") && member != 0) {
            draft.set("ownerId", member);
        }
        Object owner = draft.get("ownerId");
        if (!given.containsKey("departmentId") && owner != null) {
            draft.set("departmentId", writing.directory().get().flatMap((Directory found) -> found.mainDepartment((Long) owner)).orElse(null));
        }
    }

    /** Remembers a draft that passed, until {@link #forget}; for whoever checks several before they store them. */
    void coming(Draft draft, boolean fresh) {
        guard.coming(draft, fresh);
    }

    /** Says what is about to be checked, for whoever checks many; so that two who do wait for each other in one order. @param values in JSON form */
    void expect(RecordModel model, List<? extends Map<String, ?>> values) {
        guard.expect(model, values);
    }

    /** @throws TenonException INVALID if a record in the recycle bin holds what another one has by now, and no two may have */
    void returning(Draft draft, Refusals refusals) {
        guard.check(draft, true, refusals);
        refusals.raise();
    }

    void forget() {
        guard.forget();
    }

    /**
     * Rules derive and validate, then what is required is looked for; of a stored record only in fields that change.
     *
     * @throws TenonException INVALID with everything that was refused, here and before
     */
    void check(Draft draft, boolean fresh, Refusals refusals) {
        BaseRecord item = draft.item();
        RecordRules<BaseRecord> rules = writing.rules().of(draft.model().entity());
        try {
            rules.derive(item, draft);
            custom.compute(draft);
            rules.validate(item, draft, refusals);
        } catch (TenonException e) {
            if (e.errors().isEmpty()) {
                throw e;
            }
            refusals.thrown(e.errors());
        }
        Set<String> changed = fresh ? draft.model().fields().keySet() : draft.fields();
        for (FieldModel field : draft.model().fields().values()) {
            boolean looked = field.info().required() && (changed.contains(field.name()) || custom.asked(draft.model(), field).stream().anyMatch(changed::contains));
            if (looked && draft.get(field.name()) == null && !refusals.has(field.name()) && custom.shown(draft, field)) {
                refusals.refuse(field.name(), "required");
            }
        }
        guard.check(draft, fresh, refusals);
        refusals.raise();
        if (fresh) {
            rules.beforeCreate(item);
        } else {
            rules.beforeUpdate(item, draft);
        }
    }
}
