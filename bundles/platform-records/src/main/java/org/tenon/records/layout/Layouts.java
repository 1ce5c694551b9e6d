package org.tenon.records.layout;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.persistence.Db;
import org.tenon.records.custom.CustomFields;
import org.tenon.records.layout.LayoutTable.Stored;
import org.tenon.records.log.ChangeLog;
import org.tenon.records.log.ChangeRow;
import org.tenon.records.log.FieldChange;
import org.tenon.records.log.FieldChanges;
import org.tenon.records.model.RecordModel;
import org.tenon.records.model.RecordModels;
import org.tenon.records.policy.RecordPolicy;
import org.tenon.records.query.RecordTitles;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.audit.Audit;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.TypeInfo;
import org.tenon.sdk.text.Labels;
import org.tenon.sdk.tx.Tx;

/** The stored arrangements of forms, one for everyone and one for each role that has its own. Safe for all threads. */
@Component(service = Layouts.class)
public final class Layouts {

    private static final String ROLES = "identity.role";

    private final LayoutTable table;
    private final CustomFields fields;
    private final RecordModels models;
    private final RecordPolicy policy;
    private final RecordTitles titles;
    private final ChangeLog log;
    private final Audit audit;
    private final Labels labels;
    private final Tx tx;

    @Activate
    public Layouts(@Reference Db db, @Reference Tx tx, @Reference CustomFields fields, @Reference RecordModels models, @Reference RecordPolicy policy,
                   @Reference RecordTitles titles, @Reference ChangeLog log, @Reference Audit audit, @Reference Labels labels) {
        this.table = new LayoutTable(db);
        this.fields = fields;
        this.models = models;
        this.policy = policy;
        this.titles = titles;
        this.log = log;
        this.audit = audit;
        this.labels = labels;
        this.tx = tx;
    }

    /** What the caller's forms look like: that of a role of theirs, by the roles' names, else everyone's, else as declared. */
    public FormLayout of(Caller caller, TypeInfo type) {
        Map<Long, Stored> stored = table.of(type.name());
        Set<Long> roles = new HashSet<>(stored.keySet());
        roles.retainAll(policy.roles(caller));
        Map<Long, String> names = roles.size() < 2 ? Map.of() : titles.of(Caller.system("layouts"), ROLES, roles);
        Optional<Stored> own = roles.stream().min(Comparator.comparing((Long role) -> names.getOrDefault(role, "")).thenComparing(role -> role)).map(stored::get);
        return own.or(() -> Optional.ofNullable(stored.get(0L))).map(found -> found.layout().complete(type)).orElseGet(() -> FormLayout.declared(type));
    }

    /** The section's label in the language. */
    public String label(TypeInfo type, FormLayout.Section section, Locale locale) {
        Map<String, String> own = section.labels();
        String text = own.get(locale.toLanguageTag());
        return text != null ? text : own.isEmpty() ? labels.text(type.area(), type.simpleName() + ".section." + section.name(), locale)
                : own.values().iterator().next();
    }

    /** For its editor: the one stored for the role, or what it starts from. @param role 0 for everyone */
    Map<String, Object> editable(String type, long role) {
        RecordModel model = models.require(type);
        Map<Long, Stored> stored = table.of(type);
        Stored own = stored.get(role);
        FormLayout layout = own != null ? own.layout().complete(model.info())
                : Optional.ofNullable(stored.get(0L)).map(all -> all.layout().complete(model.info())).orElseGet(() -> FormLayout.declared(model.info()));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", type);
        json.put("stored", own != null);
        json.put("version", own == null ? 0 : own.version());
        json.put("sections", layout.sections().stream().map(section -> section(model.info(), section)).toList());
        json.put("hidden", layout.hidden());
        Map<Long, String> names = titles.of(Caller.system("layouts"), ROLES, stored.keySet());
        json.put("roles", stored.keySet().stream().filter(id -> id != 0)
                .map(id -> Map.of("id", RecordId.text(id), "label", names.getOrDefault(id, RecordId.text(id)))).toList());
        return json;
    }

    private Map<String, Object> section(TypeInfo type, FormLayout.Section section) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", section.name());
        json.put("label", label(type, section, Caller.current().locale()));
        json.put("labels", section.labels());
        json.put("columns", section.columns());
        json.put("fields", section.fields());
        return json;
    }

    /** @param version the one it was opened with, 0 for none stored. @throws TenonException STALE, INVALID */
    Map<String, Object> store(String type, long role, int version, Map<String, ?> json) {
        RecordModel model = models.require(type);
        FormLayout layout = new LayoutReader(model.info()).read(json);
        return tx.required(() -> {
            table.touch();
            Stored before = table.of(type).get(role);
            int present = before == null ? 0 : before.version();
            if (present != version) {
                throw new TenonException(Kind.STALE, "the form was arranged by someone else meanwhile");
            }
            table.store(type, role, present + 1, layout);
            logged(type, role, present + 1, before == null ? null : before.layout(), layout);
            tx.afterCommit(fields::reload);
            return editable(type, role);
        });
    }

    /** Back to what everyone has, or to what is declared. */
    void remove(String type, long role) {
        tx.run(() -> {
            table.touch();
            Stored before = table.of(type).get(role);
            if (before != null) {
                table.remove(type, role);
                logged(type, role, before.version() + 1, before.layout(), null);
                tx.afterCommit(fields::reload);
            }
        });
    }

    private void logged(String type, long role, int version, @Nullable FormLayout before, @Nullable FormLayout after) {
        Caller caller = Caller.current();
        LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
        FieldChange change = new FieldChange(type, before == null ? null : LayoutTable.text(before), after == null ? null : LayoutTable.text(after));
        log.append(List.of(new ChangeRow(RecordId.next().value(), "records.layout", role == 0 ? 1 : role, after == null ? "delete" : "update", version, null, null,
                caller.memberId(), caller.name(), now, FieldChanges.write(List.of(change)))));
        String whose = role == 0 ? "" : ", " + titles.of(Caller.system("layouts"), ROLES, List.of(role)).getOrDefault(role, RecordId.text(role));
        audit.append(after == null ? "records.layoutReset" : "records.layoutChanged", type + whose);
    }
}
