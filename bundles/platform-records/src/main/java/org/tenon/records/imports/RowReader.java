package org.tenon.records.imports;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tenon.records.imports.Plan.Meant;
import org.tenon.records.imports.file.SheetRow;
import org.tenon.records.model.FieldModel;
import org.tenon.records.model.RecordModel;
import org.tenon.records.write.Refusals;
import org.tenon.sdk.FieldError;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.record.ImportCompanion;
import org.tenon.sdk.record.RecordId;

/** Reads values out of rows by what their columns mean. For one import. */
final class RowReader {

    private static final Pattern NEUTRALISED = Pattern.compile("^'[=+\\-@\t\r]");

    private final Plan plan;
    private final Cells cells;
    private final ChoiceWords choices;
    private final Lookups lookups;

    /** @param zone of times that name none */
    RowReader(Plan plan, ChoiceWords choices, Lookups lookups, ZoneId zone) {
        this.plan = plan;
        this.choices = choices;
        this.lookups = lookups;
        this.cells = new Cells(choices, lookups, zone);
    }

    /** Looks up the records that the rows name. */
    void prepare(List<SheetRow> rows) {
        names(rows, (meant, texts) -> lookups.prepare(meant.target().field(), meant.column().by(), texts));
    }

    /** Tells, for each field, the records the rows name, once {@link #prepare} has found them. */
    void referred(List<SheetRow> rows, BiConsumer<FieldModel, Collection<Long>> to) {
        names(rows, (meant, texts) -> to.accept(meant.target().field(), lookups.ids(meant.target().field(), meant.column().by(), texts)));
    }

    private void names(List<SheetRow> rows, BiConsumer<Meant, List<String>> to) {
        for (Meant meant : plan.columns()) {
            FieldModel field = meant.target().field();
            boolean refers = switch (field.type()) {
                case REFERENCE, REFERENCES, MEMBER, DEPARTMENT -> !field.anyReference() && !field.name().equals("id");
                default -> false;
            };
            if (refers) {
                to.accept(meant, rows.stream().map(row -> cell(row, meant)).filter(cell -> !cell.isBlank())
                        .flatMap(cell -> Cells.names(field, meant.column(), cell).stream()).toList());
            }
        }
    }

    /** Without the apostrophe that keeps spreadsheets from running what a text file says, as our own exports write it. */
    private String cell(SheetRow row, Meant meant) {
        String cell = row.cell(meant.index());
        return plan.look().encoding() != null && NEUTRALISED.matcher(cell).find() ? cell.substring(1) : cell;
    }

    Reading read(SheetRow row, Refusals refusals) {
        Map<String, Object> values = new LinkedHashMap<>();
        Set<String> blank = new HashSet<>();
        Map<ImportCompanion, Map<String, String>> beside = new LinkedHashMap<>();
        Map<RegionNames.Level, String> region = new EnumMap<>(RegionNames.Level.class);
        String regionField = "";
        RecordId id = null;
        ragged(row, refusals);
        for (Meant meant : refusals.errors().isEmpty() ? plan.columns() : List.<Meant>of()) {
            FieldModel field = meant.target().field();
            String cell = cell(row, meant);
            if (row.broken().contains(meant.index())) {
                refusals.refuse(field.name(), "brokenCell", cell);
            } else if (meant.target().companion() != null) {
                if (!cell.isBlank()) {
                    beside.computeIfAbsent(meant.target().companion(), key -> new LinkedHashMap<>()).put(field.name(), cell.strip());
                }
            } else if (cell.isBlank()) {
                blank.add(field.name());
            } else if (field.name().equals("id")) {
                id = id(cell, refusals);
            } else if (meant.target().part() != null) {
                region.put(meant.target().part(), cell);
                regionField = field.name();
            } else {
                value(field, meant, row, refusals, values);
            }
        }
        if (!region.isEmpty() && !values.containsKey(regionField)) {
            String code = choices.regions().code(region);
            values.put(regionField, code == null ? String.join(" ", region.values()) : code);
        }
        blank.removeAll(values.keySet());
        return new Reading(row, id, values, blank, beside, refusals);
    }

    private void value(FieldModel field, Meant meant, SheetRow row, Refusals refusals, Map<String, Object> values) {
        int before = refusals.errors().size();
        Object value = cells.json(field, meant.column(), cell(row, meant), row.typed().contains(meant.index()), refusals);
        if (refusals.errors().size() == before) {
            values.put(field.name(), value);
        }
    }

    /** Text files with too few cells are broken; spreadsheets leave out empty ones at the end. */
    private void ragged(SheetRow row, Refusals refusals) {
        int width = plan.look().headers().size();
        boolean narrow = plan.look().encoding() != null && row.cells().size() < width;
        boolean wide = row.cells().size() > width && row.cells().subList(width, row.cells().size()).stream().anyMatch(cell -> !cell.isBlank());
        if (narrow || wide) {
            refusals.refuse("", "ragged", row.cells().size(), width);
        }
    }

    private static @Nullable RecordId id(String cell, Refusals refusals) {
        try {
            return RecordId.of(cell.strip());
        } catch (TenonException e) {
            refusals.refuse("id", "reference");
            return null;
        }
    }

    /** A companion's values; those it leaves as the cell's text are read as cells are. */
    Map<String, Object> values(ImportCompanion companion, RecordModel type, RecordId main, Map<String, String> found, Refusals refusals) {
        Map<String, Object> values = new LinkedHashMap<>();
        companion.values(main, found).forEach((name, value) -> {
            FieldModel field = type.field(name).orElse(null);
            boolean cell = field != null && value instanceof String text && text.equals(found.get(name)) && !text.isBlank();
            ImportOptions.Column how = plan.columns().stream().filter(meant -> meant.target().companion() == companion
                    && meant.target().field().name().equals(name)).findFirst().map(Meant::column).orElse(new ImportOptions.Column(0, name, null, null, null));
            values.put(name, cell && field != null ? cells.json(field, how, (String) value, false, refusals) : value);
        });
        return values;
    }

    /** Errors with the headers of the columns they are about, and what stands there. */
    List<Refusal> refusals(SheetRow row, List<FieldError> errors, @Nullable ImportCompanion companion) {
        List<Refusal> refusals = new ArrayList<>();
        for (FieldError error : errors) {
            List<Meant> about = plan.columns().stream().filter(meant -> meant.target().companion() == companion
                    && meant.target().field().name().equals(error.field())).toList();
            refusals.add(new Refusal(String.join(" ", about.stream().map(Meant::header).toList()), error.field(),
                    String.join(" ", about.stream().map(meant -> row.cell(meant.index())).toList()), error.message()));
        }
        return refusals;
    }
}
