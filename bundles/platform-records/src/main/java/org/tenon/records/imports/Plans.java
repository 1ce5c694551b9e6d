package org.tenon.records.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tenon.records.imports.ImportOptions.Column;
import org.tenon.records.imports.ImportOptions.Mode;
import org.tenon.records.imports.Plan.Meant;
import org.tenon.records.imports.Targets.Target;
import org.tenon.records.imports.file.Look;
import org.tenon.records.model.FieldModel;
import org.tenon.records.model.RecordModel;
import org.tenon.records.model.RecordModels;
import org.tenon.records.policy.RecordPolicy;
import org.tenon.records.policy.TypeAccess;
import org.tenon.records.query.RecordFinder;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.ImportCompanion;
import org.tenon.sdk.text.Labels;

/** Checks what an import is to do against what its caller may do. Safe for all threads. */
final class Plans {

    private final RecordModels models;
    private final RecordPolicy policy;
    private final Companions companions;
    private final Labels labels;

    Plans(RecordModels models, RecordPolicy policy, Companions companions, Labels labels) {
        this.models = models;
        this.policy = policy;
        this.companions = companions;
        this.labels = labels;
    }

    /** @throws TenonException FORBIDDEN or NOT_FOUND if the caller may not import records of the type */
    RecordModel model(String type) {
        RecordModel model = models.require(type);
        policy.require(Caller.current(), model.info(), "import");
        return model;
    }

    /** What columns can mean for the caller. */
    Targets targets(RecordModel model) {
        Caller caller = Caller.current();
        Map<ImportCompanion, RecordModel> beside = new LinkedHashMap<>();
        companions.of(model.name()).forEach(companion -> models.find(companion.companion())
                .filter(type -> policy.access(caller, type.info()).may("create")).ifPresent(type -> beside.put(companion, type)));
        return new Targets(model, policy.access(caller, model.info()), beside, labels, caller.locale());
    }

    /** Fields that rows can be matched on: those the caller may see and that can be looked up. */
    List<FieldModel> matchable(RecordModel model) {
        TypeAccess access = policy.access(Caller.current(), model.info());
        return model.fields().values().stream().filter(field -> RecordFinder.findable(field) && access.level(field.info()).clear()
                && (field.name().equals("id") || !field.info().readOnly())).toList();
    }

    /** @throws TenonException INVALID naming the option that is wrong, FORBIDDEN */
    Plan of(Import asked) {
        RecordModel model = model(asked.type());
        ImportOptions options = asked.options();
        if (options.mode() != Mode.UPDATE) {
            policy.require(Caller.current(), model.info(), "create");
        }
        if (options.mode() != Mode.CREATE || options.repeats() == ImportOptions.Repeats.UPDATE) {
            policy.require(Caller.current(), model.info(), "update");
        }
        Targets targets = targets(model);
        List<Meant> columns = columns(options, targets, asked.look());
        Map<ImportCompanion, RecordModel> named = new LinkedHashMap<>();
        for (Meant meant : columns) {
            ImportCompanion companion = meant.target().companion();
            if (companion != null) {
                named.put(companion, models.require(companion.companion()));
            }
        }
        for (String name : options.defaults().keySet()) {
            require(targets.find(name).filter(target -> target.companion() == null && target.part() == null && !name.equals("id")).isPresent(), "defaults",
                    "unknownField", name);
        }
        return new Plan(model, options, asked.look(), columns, named, match(model, options, columns));
    }

    private List<Meant> columns(ImportOptions options, Targets targets, Look look) {
        Set<String> taken = new HashSet<>();
        Set<Integer> used = new HashSet<>();
        List<Meant> columns = new ArrayList<>();
        for (Column column : options.columns()) {
            require(column.column() >= 0 && column.column() < look.headers().size() && used.add(column.column()), "columns", "column", column.column());
            Target target = targets.find(column.to()).orElseThrow(() -> targets.closed(column.to())
                    .map(reason -> invalid("columns", "unloaded." + reason)).orElseGet(() -> invalid("columns", "unknownField", column.to())));
            require(taken.add(column.to()), "columns", "columnTwice", target.label());
            columns.add(new Meant(column, target, look.headers().get(column.column())));
        }
        require(!columns.isEmpty(), "columns", "noColumns");
        return columns;
    }

    private List<FieldModel> match(RecordModel model, ImportOptions options, List<Meant> columns) {
        if (options.mode() == Mode.CREATE) {
            return List.of();
        }
        require(!options.match().isEmpty(), "match", "noMatchFields");
        List<FieldModel> open = matchable(model);
        List<FieldModel> match = new ArrayList<>();
        for (String name : options.match()) {
            FieldModel field = open.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow(() -> invalid("match", "unknownField", name));
            boolean read = columns.stream().anyMatch(meant -> meant.target().companion() == null && meant.target().field().name().equals(name));
            require(read, "match", "matchNotRead", name);
            match.add(field);
        }
        return match;
    }

    private void require(boolean right, String field, String code, Object... args) {
        if (!right) {
            throw invalid(field, code, args);
        }
    }

    private TenonException invalid(String field, String code, Object... args) {
        return TenonException.invalid(field, code, labels.text("records", "problem." + code, Caller.current().locale(), args));
    }
}
