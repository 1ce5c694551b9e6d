package org.tenon.records.custom;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tenon.records.formula.Formula;
import org.tenon.records.formula.FormulaException;
import org.tenon.records.model.FieldModel;
import org.tenon.records.model.RecordModel;
import org.tenon.sdk.record.FieldType;
import org.tenon.sdk.record.Problems;

/** Checks a formula against the type it shall belong to: it reads known fields, gives the type it should, and does not come back to itself. */
final class FormulaCheck {

    private final RecordModel model;
    private final String key;

    FormulaCheck(RecordModel model, String key) {
        this.model = model;
        this.key = key;
    }

    void check(@Nullable Object json, FieldType result, Problems problems) {
        if (json == null) {
            problems.refuse("formula", "required");
            return;
        }
        try {
            Formula formula = Formula.read(json, name -> model.field(name).map(FieldModel::type), result);
            if (formula.fields().contains(key) || reaches(formula.fields(), new HashSet<>())) {
                problems.refuse("formula", "itself");
            }
        } catch (FormulaException e) {
            problems.refuse("formula", "formula", String.valueOf(e.getMessage()));
        }
    }

    private boolean reaches(Set<String> from, Set<String> seen) {
        for (String name : from) {
            if (name.equals(key)) {
                return true;
            }
            FieldModel field = model.field(name).orElse(null);
            Object formula = field == null || field.info().custom() == null ? null : field.info().custom().formula();
            if (formula != null && seen.add(name) && reaches(read(formula, field), seen)) {
                return true;
            }
        }
        return false;
    }

    private Set<String> read(Object formula, FieldModel field) {
        try {
            return Formula.read(formula, name -> model.field(name).map(FieldModel::type), field.type()).fields();
        } catch (FormulaException e) {
            return Set.of();
        }
    }
}
