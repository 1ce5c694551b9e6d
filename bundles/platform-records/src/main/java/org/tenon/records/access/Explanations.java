package org.tenon.records.access;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.tenon.records.model.RecordModel;
import org.tenon.records.policy.FieldLevel;
import org.tenon.records.policy.Reason;
import org.tenon.records.policy.RecordPolicy;
import org.tenon.records.policy.Row;
import org.tenon.records.policy.TypeAccess;
import org.tenon.records.query.RecordTitles;
import org.tenon.records.write.AccessAnswers;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.identity.Directory;
import org.tenon.sdk.identity.Grants;
import org.tenon.sdk.record.FieldInfo;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.TypeInfo;
import org.tenon.sdk.text.Labels;

/** Answers, in the caller's language, why someone may do what with a record. Safe for all threads. */
@Component(service = AccessAnswers.class)
public final class Explanations implements AccessAnswers {

    /** What one must hold to ask about others. */
    static final String MANAGE = "identity:manage";

    private final RecordPolicy policy;
    private final Labels labels;
    private final RecordTitles titles;
    private final AtomicReference<@Nullable Directory> directory = new AtomicReference<>();

    @Activate
    public Explanations(@Reference RecordPolicy policy, @Reference Labels labels, @Reference RecordTitles titles) {
        this.policy = policy;
        this.labels = labels;
        this.titles = titles;
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    void setDirectory(Directory arrived) {
        directory.set(arrived);
    }

    void unsetDirectory(Directory left) {
        directory.compareAndSet(left, null);
    }

    /** For whoever assembles by hand. */
    public Explanations with(Directory organisation) {
        directory.set(organisation);
        return this;
    }

    @Override
    public Map<String, Object> of(RecordModel model, Row row) {
        return explain(Caller.current(), model, row, Caller.current().locale());
    }

    @Override
    public Map<String, Object> of(RecordModel model, Row row, long member, Caller caller) {
        Directory present = directory.get();
        if (member != caller.memberId() && !caller.system() && (present == null || !present.holds(caller, MANAGE))) {
            throw TenonException.forbidden(labels.text("records", "access.others", caller.locale()));
        }
        String name = titles.of(caller, "identity.member", List.of(member)).get(member);
        if (name == null) {
            throw TenonException.notFound("no identity.member " + RecordId.text(member));
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("member", Map.of("id", RecordId.text(member), "name", name));
        json.putAll(explain(new Caller(member, name, caller.locale(), false, null), model, row, caller.locale()));
        return json;
    }

    private Map<String, Object> explain(Caller subject, RecordModel model, Row row, Locale locale) {
        TypeInfo type = model.info();
        ReasonTexts texts = new ReasonTexts(labels, titles, model, row, locale);
        Map<String, Object> json = new LinkedHashMap<>();
        Stream.concat(Stream.of("read", "update", "delete"), type.actions().stream()).forEach(action -> {
            List<Reason> reasons = policy.reasons(subject, type, action, row);
            json.put(action, Map.of("allowed", reasons.get(0).allows(), "because", reasons.stream().map(reason -> texts.of(reason, action)).toList()));
        });
        json.put("fields", fields(subject, type, locale));
        return json;
    }

    private List<Map<String, Object>> fields(Caller subject, TypeInfo type, Locale locale) {
        TypeAccess access = policy.access(subject, type);
        Grants grants = policy.grants(subject);
        List<Map<String, Object>> fields = new ArrayList<>();
        for (FieldInfo field : type.fields()) {
            FieldLevel level = access.level(field);
            if (level != FieldLevel.WRITE && !(level == FieldLevel.READ && field.readOnly())) {
                TreeSet<String> roles = new TreeSet<>();
                grants.fields().stream().filter(limit -> limit.type().equals(type.name()) && limit.field().equals(field.name()))
                        .forEach(limit -> roles.add(labels.text("records", "access.role", locale, limit.role())));
                String label = labels.find(type.area(), type.simpleName() + "." + field.name(), locale)
                        .orElseGet(() -> labels.text("records", "field." + field.name(), locale));
                fields.add(Map.of("field", field.name(), "label", label, "access", level.key(), "because", String.join(", ", roles)));
            }
        }
        return fields;
    }
}
