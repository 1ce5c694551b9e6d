package org.tenon.records.write;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tenon.records.formula.Formula;
import org.tenon.records.formula.FormulaException;
import org.tenon.records.model.FieldModel;
import org.tenon.records.model.RecordModel;
import org.tenon.records.numbers.NumberRule;
import org.tenon.records.numbers.Numbers;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.conditions.Condition;
import org.tenon.sdk.conditions.ConditionParser;
import org.tenon.sdk.conditions.Conditions;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.identity.Directory;
import org.tenon.sdk.record.CustomField;
import org.tenon.sdk.record.FieldType;
import org.tenon.sdk.record.RecordId;

/** What custom fields have from the platform: defaults, formulas, automatic numbers, and whether they show at all. Safe for all threads. */
final class CustomWork {

    private static final Logger LOG = LoggerFactory.getLogger(CustomWork.class);

    private final Writing writing;
    private final Numbers numbers;
    private final Conditions conditions;

    CustomWork(Writing writing) {
        this.writing = writing;
        this.conditions = new Conditions(department -> 0, (type, id) -> Optional.empty(), writing.dictionaries()::parent);
        this.numbers = new Numbers(writing.db(), writing.tx());
    }

    /** The defaults of a new record, in JSON form, of fields that {@code given} does not name. */
    Map<String, Object> defaults(RecordModel model, Map<String, ?> given) {
        Map<String, Object> defaults = new LinkedHashMap<>();
        for (FieldModel field : model.fields().values()) {
            CustomField custom = field.info().custom();
            if (custom != null && custom.initial() != null && !given.containsKey(field.name())) {
                standing(field, custom.initial()).ifPresent(value -> defaults.put(field.name(), value));
            }
        }
        return defaults;
    }

    /** {@code today now me mine} stand for what they say at the moment of writing. */
    private Optional<Object> standing(FieldModel field, Object initial) {
        long member = Caller.current().memberId();
        Optional<Directory> directory = writing.directory().get();
        return switch (field.type()) {
            case DATE -> Optional.of(initial.equals("today") ? today(member, directory) : initial);
            case DATE_TIME -> Optional.of(initial.equals("now") ? writing.now().toInstant(ZoneOffset.UTC).toString() : initial);
            case MEMBER -> initial.equals("me") ? Optional.of(member).filter(id -> id != 0).map(RecordId::text) : Optional.of(initial);
            case DEPARTMENT -> initial.equals("mine")
                    ? directory.flatMap(found -> found.mainDepartment(member)).map(RecordId::text) : Optional.of(initial);
            default -> Optional.of(initial);
        };
    }

    /** Whether the field shows on the record as it is; one whose condition cannot be asked any more does. */
    boolean shown(Draft draft, FieldModel field) {
        return condition(draft.model(), field).map(condition -> {
            Map<String, Object> values = new HashMap<>();
            for (String name : condition.fields()) {
                draft.model().field(name).map(other -> Attributes.json(other, draft.get(name))).ifPresent(value -> values.put(name, value));
            }
            return conditions.test(condition, values);
        }).orElse(true);
    }

    /** The fields that decide whether this one shows. */
    Set<String> asked(RecordModel model, FieldModel field) {
        return condition(model, field).map(Condition::fields).orElse(Set.of());
    }

    private static Optional<Condition> condition(RecordModel model, FieldModel field) {
        CustomField custom = field.info().custom();
        if (custom == null || custom.visibleWhen() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(ConditionParser.parse(custom.visibleWhen(), model.info()));
        } catch (TenonException e) {
            LOG.debug("{}.{} shows always: its condition asks about what is not there", model.name(), field.name(), e);
            return Optional.empty();
        }
    }

    /** Computes all formulas anew, those that others read first. */
    void compute(Draft draft) {
        Set<String> done = new HashSet<>();
        for (FieldModel field : draft.model().fields().values()) {
            compute(draft, field, done);
        }
    }

    private void compute(Draft draft, FieldModel field, Set<String> done) {
        CustomField custom = field.info().custom();
        if (custom == null || custom.formula() == null || !done.add(field.name())) {
            return;
        }
        try {
            Formula formula = Formula.read(custom.formula(), name -> draft.model().field(name).map(FieldModel::type), field.type());
            for (String name : formula.fields()) {
                draft.model().field(name).ifPresent(read -> compute(draft, read, done));
            }
            draft.set(field.name(), formula.value(draft::get, field.type()));
        } catch (FormulaException e) {
            LOG.debug("{}.{} is left as it is: its formula reads what is not there", draft.model().name(), field.name(), e);
        }
    }

    private String today(long member, Optional<Directory> directory) {
        ZoneId zone = directory.flatMap(found -> found.zone(member)).orElseGet(ZoneId::systemDefault);
        return LocalDate.now(writing.clock().withZone(zone)).toString();
    }

    /** Gives new records their automatic numbers, then computes what follows from them. */
    void number(List<Draft> drafts) {
        Map<RecordModel, List<Draft>> byType = new LinkedHashMap<>();
        drafts.forEach(draft -> byType.computeIfAbsent(draft.model(), model -> new ArrayList<>()).add(draft));
        byType.forEach((model, of) -> model.fields().values().stream().filter(CustomWork::numbered).forEach(field -> number(model, field, of)));
    }

    private void number(RecordModel model, FieldModel field, List<Draft> drafts) {
        NumberRule rule = NumberRule.of(String.valueOf(java.util.Objects.requireNonNull(field.info().custom()).number()));
        LocalDate today = LocalDate.now(writing.clock().withZone(ZoneId.systemDefault()));
        List<Draft> without = drafts.stream().filter(draft -> draft.get(field.name()) == null).toList();
        if (without.isEmpty()) {
            return;
        }
        List<String> given = numbers.next(model.name() + "#" + field.name(), rule, today, without.size());
        for (int i = 0; i < without.size(); i++) {
            without.get(i).set(field.name(), given.get(i));
            compute(without.get(i));
        }
    }

    private static boolean numbered(FieldModel field) {
        CustomField custom = field.info().custom();
        return custom != null && custom.number() != null;
    }

    /** Of a formula or a number: the value of a type that can be compared with others, as text; null for an empty one. */
    static @Nullable String unique(FieldModel field, @Nullable Object attribute) {
        Object json = attribute == null ? null : Attributes.json(field, attribute);
        return json == null ? null : field.type() == FieldType.EMAIL ? String.valueOf(json).toLowerCase(java.util.Locale.ROOT) : String.valueOf(json);
    }
}
