package org.tenon.records.views;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tenon.records.model.FieldModel;
import org.tenon.records.model.RecordModel;
import org.tenon.records.policy.FieldLevel;
import org.tenon.records.policy.RecordPolicy;
import org.tenon.records.query.Askers;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;

/** Whether a view says what its type and the caller's rights allow: strictly when it is kept, with repairs when it is read. */
final class ViewCheck {

    private static final Set<String> SHAPES = Set.of("board", "calendar");
    private static final Set<String> DENSITIES = Set.of("compact", "middle", "comfortable");
    private static final int MOST_COLUMNS = 100;
    private static final int LONGEST_SEARCH = 200;
    private static final int NARROWEST = 40;
    private static final int WIDEST = 2_000;

    private final Askers askers;
    private final RecordPolicy policy;

    /** @param problems fields that had to be taken out */
    record Repaired(Definition definition, List<String> problems) {
    }

    ViewCheck(Askers askers, RecordPolicy policy) {
        this.askers = askers;
        this.policy = policy;
    }

    /** @throws TenonException INVALID, naming the field */
    Definition checked(RecordModel model, ViewWish wish) {
        askers.checkCondition(model, wish.condition());
        String sort = wish.sort() == null || wish.sort().isBlank() ? null : wish.sort().strip();
        if (sort != null) {
            askers.checkSort(model, sort);
        }
        if (wish.group() != null) {
            askers.checkGroup(model, String.valueOf(wish.group().field()));
            if (wish.group().as() != null && !SHAPES.contains(wish.group().as())) {
                throw TenonException.invalid("group", "choice", "a list is divided as board or calendar");
            }
        }
        if (wish.density() != null && !DENSITIES.contains(wish.density())) {
            throw TenonException.invalid("density", "choice", "density is compact, middle or comfortable");
        }
        return new Definition(wish.condition(), columns(model, wish.columns()), sort, wish.group(), wish.density(), searched(wish.q()));
    }

    private static @Nullable String searched(@Nullable String q) {
        if (q != null && (q.length() > LONGEST_SEARCH || q.indexOf('\0') >= 0)) {
            throw TenonException.invalid("q", "tooLong", "a view searches for at most " + LONGEST_SEARCH + " characters");
        }
        return q == null || q.isBlank() ? null : q.strip();
    }

    private List<Definition.Column> columns(RecordModel model, @Nullable List<Definition.Column> columns) {
        List<Definition.Column> checked = columns == null ? List.of() : columns;
        if (checked.size() > MOST_COLUMNS) {
            throw TenonException.invalid("columns", "tooMany", "a list has at most " + MOST_COLUMNS + " columns");
        }
        Set<String> seen = new HashSet<>();
        for (Definition.Column column : checked) {
            if (!shown(model, String.valueOf(column.name()))) {
                throw TenonException.invalid("columns", "unknownField", "there is no field " + column.name());
            }
            if (!seen.add(column.name())) {
                throw TenonException.invalid("columns", "taken", column.name() + " is named twice");
            }
            if (column.width() != null && (column.width() < NARROWEST || column.width() > WIDEST)) {
                throw TenonException.invalid("columns", "range", "a column is " + NARROWEST + " to " + WIDEST + " pixels wide");
            }
        }
        return checked;
    }

    /** What is left for the present caller. */
    Repaired repaired(RecordModel model, Definition kept) {
        Repair repair = new Repair(test -> askers.checkCondition(model, test));
        Object condition = kept.condition() == null ? null : repair.condition(kept.condition());
        List<Definition.Column> columns = new ArrayList<>();
        for (Definition.Column column : kept.columns()) {
            if (shown(model, column.name())) {
                columns.add(column);
            } else {
                repair.missing(column.name());
            }
        }
        String sort = kept.sort();
        if (sort != null && !passes(() -> askers.checkSort(model, kept.sort()))) {
            repair.missing(sort.startsWith("-") ? sort.substring(1) : sort);
            sort = null;
        }
        Definition.Group group = kept.group();
        if (group != null && !passes(() -> askers.checkGroup(model, kept.group().field()))) {
            repair.missing(group.field());
            group = null;
        }
        return new Repaired(new Definition(condition, columns, sort, group, kept.density(), kept.q()), repair.problems());
    }

    private boolean shown(RecordModel model, String field) {
        return model.field(field).map(FieldModel::info).filter(info -> policy.access(Caller.current(), model.info()).level(info) != FieldLevel.HIDDEN).isPresent();
    }

    private static boolean passes(Runnable check) {
        try {
            check.run();
            return true;
        } catch (TenonException e) {
            return false;
        }
    }
}
