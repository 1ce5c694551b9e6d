package org.tenon.records.custom;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.tenon.records.model.FieldModel;
import org.tenon.records.model.RecordModel;
import org.tenon.records.model.RecordModels;
import org.tenon.records.numbers.NumberRule;
import org.tenon.records.query.SideColumns;
import org.tenon.records.write.ValueCheck;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.conditions.ConditionParser;
import org.tenon.sdk.record.FieldInfo;
import org.tenon.sdk.record.FieldType;
import org.tenon.sdk.record.Problems;

/** Reads what an administrator says of a field, and refuses what contradicts itself. */
final class SettingsReader {

    /** Members of the object that are not settings. */
    static final Set<String> OTHERS = Set.of("id", "type", "name", "kind", "state", "version", "indexed", "place");
    private static final Set<String> KNOWN = Set.of("labels", "help", "section", "list", "required", "readOnly", "unique", "filter", "sort", "search", "sensitive",
            "initial", "pattern", "max", "least", "most", "reference", "options", "visibleWhen", "formula", "result", "number");
    private static final Map<FieldType, String> STANDING = Map.of(FieldType.DATE, "today", FieldType.DATE_TIME, "now", FieldType.MEMBER, "me",
            FieldType.DEPARTMENT, "mine");
    private static final int LABEL = 60;
    private static final int HELP = 500;

    private final RecordModels models;
    private final ValueCheck checks;

    SettingsReader(RecordModels models, ValueCheck checks) {
        this.models = models;
        this.checks = checks;
    }

    /** @param key the field's name */
    Settings read(FieldKind kind, String key, RecordModel model, Map<String, ?> json, Problems problems) {
        Given given = new Given(json, problems);
        json.keySet().stream().filter(name -> !KNOWN.contains(name) && !OTHERS.contains(name)).forEach(name -> problems.refuse(name, "unknownField"));
        Map<String, String> labels = given.texts("labels", LABEL);
        if (labels.isEmpty()) {
            problems.refuse("labels", "required");
        }
        String section = given.text("section", 63);
        if (section != null && !model.info().sections().contains(section)) {
            problems.refuse("section", "choice");
        }
        String result = kind == FieldKind.FORMULA ? given.text("result", 31) : null;
        FieldType type = kind == FieldKind.FORMULA ? Optional.ofNullable(result).flatMap(FieldKind::result).orElse(null) : kind.type();
        if (type == null) {
            problems.refuse("result", result == null ? "required" : "choice");
            type = FieldType.TEXT;
        }
        Long list = given.whole("list", 0, 99);
        Settings settings = new Settings(labels, given.texts("help", HELP), section, list == null ? 0 : list.intValue(), given.flag("required"),
                given.flag("readOnly"), given.flag("unique") || kind == FieldKind.AUTO_NUMBER, given.flag("filter"), given.flag("sort"), given.flag("search"),
                given.flag("sensitive"), given.raw("initial"), given.text("pattern", 500), max(type, given), bound(type, given, "least"), bound(type, given, "most"),
                kind == FieldKind.REFERENCE ? reference(given, problems) : null,
                kind.choice() ? OptionsReader.read(given.list("options"), kind == FieldKind.TREE_CHOICE, problems) : List.of(), given.raw("visibleWhen"),
                kind == FieldKind.FORMULA ? given.raw("formula") : null, result, kind == FieldKind.AUTO_NUMBER ? given.text("number", 100) : null);
        fits(kind, type, settings, problems);
        condition(key, model, settings.visibleWhen(), problems);
        if (kind == FieldKind.FORMULA) {
            new FormulaCheck(model, key).check(settings.formula(), type, problems);
        }
        if (kind == FieldKind.AUTO_NUMBER) {
            number(settings.number(), problems);
        }
        initial(kind, type, settings, problems);
        return settings;
    }

    private static void fits(FieldKind kind, FieldType type, Settings s, Problems problems) {
        boolean text = type == FieldType.TEXT || type == FieldType.LONG_TEXT || type == FieldType.URL || type == FieldType.PHONE || type == FieldType.EMAIL;
        boolean shortEnough = s.max() == null || s.max() <= SideColumns.LONGEST;
        check(!s.sort() || FieldKind.sortable(type) && shortEnough, "sort", problems);
        check(!s.filter() || FieldKind.filterable(type) && shortEnough, "filter", problems);
        check(!s.unique() || FieldKind.unique(type) && shortEnough, "unique", problems);
        check(s.pattern() == null || text && !kind.computed() && compiles(s.pattern()), "pattern", problems);
        check(!s.search() || text || type == FieldType.RICH_TEXT || kind.choice() || kind == FieldKind.FORMULA, "search", problems);
        check(s.least() == null || s.most() == null || s.least().compareTo(s.most()) <= 0, "most", problems);
        check(!(s.required() && s.readOnly()), "required", problems);
        check(s.initial() == null || !kind.computed() && type != FieldType.FILES && (!s.unique() || type == FieldType.BOOLEAN), "initial", problems);
    }

    private static void check(boolean holds, String member, Problems problems) {
        if (!holds) {
            problems.refuse(member, "unfit");
        }
    }

    private static boolean compiles(String pattern) {
        try {
            return Pattern.compile(pattern) != null;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    private static @Nullable Long max(FieldType type, Given given) {
        return switch (type) {
            case TEXT -> given.whole("max", 1, 1_000);
            case LONG_TEXT, RICH_TEXT -> given.whole("max", 1, 10_000);
            default -> null;
        };
    }

    private static @Nullable BigDecimal bound(FieldType type, Given given, String name) {
        return switch (type) {
            case NUMBER, DECIMAL, MONEY -> given.decimal(name);
            default -> null;
        };
    }

    private @Nullable String reference(Given given, Problems problems) {
        String reference = given.text("reference", 63);
        if (reference == null || models.find(reference).isEmpty()) {
            problems.refuse("reference", reference == null ? "required" : "reference");
        }
        return reference;
    }

    private static void number(@Nullable String rule, Problems problems) {
        try {
            NumberRule.of(rule == null ? "" : rule);
        } catch (IllegalArgumentException e) {
            problems.refuse("number", "numberRule");
        }
    }

    /** A default must be a value the field can have; options are checked here, since the dictionary may be yet to come. */
    private void initial(FieldKind kind, FieldType type, Settings s, Problems problems) {
        if (s.initial() == null || kind.computed()) {
            return;
        }
        if (kind.choice()) {
            List<?> values = s.initial() instanceof List<?> list ? list : List.of(s.initial());
            boolean known = (kind == FieldKind.MULTI_CHOICE) == s.initial() instanceof List<?>
                    && values.stream().allMatch(value -> s.options().stream().anyMatch(option -> option.value().equals(value) && !option.retired()));
            check(known, "initial", problems);
        } else if (!(STANDING.containsKey(type) && s.initial().equals(STANDING.get(type)))) {
            checks.check(FieldModels.of(type, "initial", s), s.initial(), problems);
        }
    }

    private static void condition(String key, RecordModel model, @Nullable Object json, Problems problems) {
        try {
            if (ConditionParser.parse(json, name -> other(key, model, name)).fields().contains(key)) {
                problems.refuse("visibleWhen", "itself");
            }
        } catch (TenonException e) {
            problems.refuse("visibleWhen", "condition", String.valueOf(e.getMessage()));
        }
    }

    private static Optional<FieldInfo> other(String key, RecordModel model, String name) {
        return model.field(name).map(FieldModel::info);
    }
}
