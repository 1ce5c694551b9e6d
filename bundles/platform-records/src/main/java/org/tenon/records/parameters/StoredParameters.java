package org.tenon.records.parameters;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.tenon.persistence.Db;
import org.tenon.persistence.PersistenceUnit;
import org.tenon.records.parameters.ParameterTable.Stored;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.parameter.Parameter;
import org.tenon.sdk.parameter.ParameterContribution;
import org.tenon.sdk.parameter.Parameters;
import org.tenon.sdk.text.Labels;

/** Parameters as areas bring them and administrators set them. A stored value that its area does not allow any more counts as not set. */
@Component(service = {Parameters.class, StoredParameters.class})
public final class StoredParameters implements Parameters {

    private static final long LOOK_NANOS = 2_000_000_000L;

    private final ParameterTable table;
    private final Labels labels;
    private final List<ParameterContribution> contributions = new CopyOnWriteArrayList<>();
    private volatile Map<String, Stored> stored = Map.of();
    private volatile long lookedAt;

    /** @param ours there once our tables are */
    @Activate
    public StoredParameters(@Reference Db db, @Reference(target = "(" + PersistenceUnit.AREA + "=records)") PersistenceUnit ours, @Reference Labels labels) {
        this.table = new ParameterTable(db);
        this.labels = labels;
        load();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void add(ParameterContribution contribution) {
        contributions.add(contribution);
    }

    public void remove(ParameterContribution contribution) {
        contributions.remove(contribution);
    }

    @Override
    public long number(String name) {
        return (Long) value(name, Parameter.Kind.NUMBER, Parameter.Kind.NUMBER);
    }

    @Override
    public String text(String name) {
        return (String) value(name, Parameter.Kind.TEXT, Parameter.Kind.CHOICE);
    }

    @Override
    public boolean flag(String name) {
        return (Boolean) value(name, Parameter.Kind.FLAG, Parameter.Kind.FLAG);
    }

    private Object value(String name, Parameter.Kind kind, Parameter.Kind other) {
        Parameter parameter = all().get(name);
        if (parameter == null || parameter.kind() != kind && parameter.kind() != other) {
            throw new IllegalArgumentException("there is no parameter " + name + " of kind " + kind);
        }
        return present(parameter);
    }

    private Object present(Parameter parameter) {
        if (System.nanoTime() - lookedAt > LOOK_NANOS) {
            load();
        }
        Stored own = stored.get(parameter.name());
        return own != null && refusal(parameter, own.value()) == null ? own.value() : parameter.initial();
    }

    private Map<String, Parameter> all() {
        Map<String, Parameter> all = new TreeMap<>();
        contributions.forEach(contribution -> contribution.parameters().forEach(parameter -> all.putIfAbsent(parameter.name(), parameter)));
        return all;
    }

    /** All there are, by name, with their texts. */
    List<Map<String, @Nullable Object>> list(Locale locale) {
        return all().values().stream().map(parameter -> json(parameter, locale)).toList();
    }

    /** For administrators. @throws TenonException NOT_FOUND, INVALID for a value out of bounds, STALE */
    public Map<String, @Nullable Object> set(String name, @Nullable Object value, int version, Locale locale) {
        Parameter parameter = all().get(name);
        if (parameter == null) {
            throw TenonException.notFound("no parameter " + name);
        }
        Object wanted = value instanceof String text ? text.strip() : value == null ? parameter.initial() : value;
        String refusal = refusal(parameter, wanted);
        if (refusal != null) {
            throw TenonException.invalid(name, "parameter", refusal);
        }
        Stored before = stored.get(name);
        if (version != (before == null ? 0 : before.version())) {
            throw new TenonException(Kind.STALE, "someone else changed the parameter " + name + " meanwhile");
        }
        table.put(name, wanted, version);
        load();
        return json(parameter, locale);
    }

    private static @Nullable String refusal(Parameter parameter, Object value) {
        return switch (parameter.kind()) {
            case NUMBER -> value instanceof Long number && number >= parameter.min() && number <= parameter.max() ? null
                    : "a whole number from " + parameter.min() + " to " + parameter.max() + ", not " + value;
            case TEXT -> value instanceof String text && text.length() >= parameter.min() && text.length() <= parameter.max()
                    && text.chars().noneMatch(Character::isISOControl) ? null
                    : "a line of " + parameter.min() + " to " + parameter.max() + " characters";
            case FLAG -> value instanceof Boolean ? null : "true or false, not " + value;
            case CHOICE -> value instanceof String word && parameter.choices().contains(word) ? null : "one of " + parameter.choices() + ", not " + value;
        };
    }

    private Map<String, @Nullable Object> json(Parameter parameter, Locale locale) {
        int dot = parameter.name().indexOf('.');
        String area = parameter.name().substring(0, dot);
        String key = "parameter." + parameter.name().substring(dot + 1);
        Stored own = stored.get(parameter.name());
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("name", parameter.name());
        json.put("area", labels.find(area, "menu." + area, locale).orElse(area));
        json.put("label", labels.text(area, key, locale));
        json.put("help", labels.find(area, key + ".help", locale).orElse(null));
        json.put("kind", parameter.kind().name().toLowerCase(Locale.ROOT));
        json.put("value", present(parameter));
        json.put("initial", parameter.initial());
        json.put("min", parameter.min());
        json.put("max", parameter.max());
        List<Map<String, String>> choices = new ArrayList<>();
        parameter.choices().forEach(choice -> choices.add(Map.of("value", choice, "label", labels.text(area, key + "." + choice, locale))));
        json.put("choices", choices);
        json.put("version", own == null ? 0 : own.version());
        return json;
    }

    private synchronized void load() {
        stored = table.all();
        lookedAt = System.nanoTime();
    }
}
