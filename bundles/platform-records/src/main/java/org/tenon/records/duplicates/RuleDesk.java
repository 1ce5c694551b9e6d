package org.tenon.records.duplicates;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.records.matching.Profile;
import org.tenon.records.model.RecordModel;
import org.tenon.records.model.RecordModels;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.audit.Audit;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.FieldInfo;
import org.tenon.sdk.text.Labels;
import org.tenon.sdk.tx.Tx;

/** The rules about duplicates as administrators see and change them; every change stands in the system log. Safe for all threads. */
@Component(service = RuleDesk.class)
public final class RuleDesk {

    private final Tx tx;
    private final RecordModels models;
    private final DuplicateRules rules;
    private final Audit audit;
    private final Labels labels;

    @Activate
    public RuleDesk(@Reference Tx tx, @Reference RecordModels models, @Reference DuplicateRules rules, @Reference Audit audit, @Reference Labels labels) {
        this.tx = tx;
        this.models = models;
        this.rules = rules;
        this.audit = audit;
        this.labels = labels;
    }

    List<Map<String, Object>> list() {
        return models.all().stream().filter(Duplicates::looksAt).map(this::json).toList();
    }

    /** @throws TenonException NOT_FOUND for a type that is not compared, INVALID, STALE */
    Map<String, Object> set(String type, RulesResource.Wish wish) {
        RecordModel model = models.find(type).filter(Duplicates::looksAt).orElseThrow(() -> TenonException.notFound("records of " + type + " are not compared"));
        Map<String, MatchRule> wanted = new TreeMap<>();
        if (wish.rules() == null) {
            throw TenonException.invalid("rules", "required", "name the rules");
        }
        wish.rules().forEach((field, word) -> wanted.put(field,
                MatchRule.of(word).orElseThrow(() -> TenonException.invalid(field, "choice", "weigh, warn, block or off, not " + word))));
        tx.run(() -> {
            MatchRules before = rules.set(model, wanted, wish.version());
            String changes = told(before, wanted);
            if (!changes.isEmpty()) {
                audit.append("records.duplicateRules", type + ": " + changes);
            }
        });
        return json(model);
    }

    private static String told(MatchRules before, Map<String, MatchRule> after) {
        return Stream.concat(before.byField().keySet().stream(), after.keySet().stream()).distinct().sorted()
                .filter(field -> before.of(field) != after.getOrDefault(field, MatchRule.WEIGH))
                .map(field -> field + " " + before.of(field).word() + " → " + after.getOrDefault(field, MatchRule.WEIGH).word())
                .collect(Collectors.joining(", "));
    }

    private Map<String, Object> json(RecordModel model) {
        Locale locale = Caller.current().locale();
        MatchRules present = rules.of(model.name());
        List<Map<String, Object>> fields = new ArrayList<>();
        for (FieldInfo field : Profile.compared(model.info())) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("name", field.name());
            json.put("label", HitViews.label(labels, model, model.require(field.name()), locale));
            json.put("rule", present.of(field.name()).word());
            json.put("choices", Stream.of(MatchRule.values()).filter(rule -> rule.fits(java.util.Objects.requireNonNull(field.match()))).map(MatchRule::word).toList());
            fields.add(json);
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", model.name());
        json.put("label", labels.text(model.info().area(), model.info().simpleName() + ".plural", locale));
        json.put("version", present.version());
        json.put("fields", fields);
        return json;
    }
}
