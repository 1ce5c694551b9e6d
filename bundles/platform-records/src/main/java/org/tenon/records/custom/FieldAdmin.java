package org.tenon.records.custom;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.tenon.persistence.Db;
import org.tenon.records.dictionary.Dictionaries;
import org.tenon.records.log.ChangeLog;
import org.tenon.records.log.ChangeRow;
import org.tenon.records.log.FieldChange;
import org.tenon.records.log.FieldChanges;
import org.tenon.records.model.RecordModel;
import org.tenon.records.model.RecordModels;
import org.tenon.records.write.Refills;
import org.tenon.records.write.Refusals;
import org.tenon.records.write.ValueCheck;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.audit.Audit;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.job.Jobs;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.text.Labels;
import org.tenon.sdk.tx.Tx;

/**
 * Adds, changes and retires custom fields. Each act is one transaction, written into the change log under the type {@code records.field} and, being an
 * administrator's, into the system log.
 */
@Component(service = FieldAdmin.class)
public final class FieldAdmin {

    /** Fields one type may have added to it, retired ones too. */
    static final int MOST = 300;
    /** Values up to which stored records are brought in line while the administrator waits. */
    private static final int AT_ONCE = 2_000;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String LOGGED_AS = "records.field";
    /** What the system log calls the actions of the change log. */
    private static final Map<String, String> ACTS = Map.of("create", "fieldAdded", "update", "fieldChanged", "retire", "fieldRetired", "restore", "fieldRestored");

    private final FieldTable table;
    private final CustomFields fields;
    private final RecordModels models;
    private final ChangeLog log;
    private final Audit audit;
    private final Labels labels;
    private final Tx tx;
    private final SettingsReader reader;
    private final Refills refills;
    private final Upkeep upkeep;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Jobs jobs;

    @Activate
    public FieldAdmin(@Reference Db db, @Reference Tx tx, @Reference CustomFields fields, @Reference RecordModels models, @Reference ChangeLog log,
                      @Reference Labels labels, @Reference Dictionaries dictionaries, @Reference Refills refills, @Reference Upkeep upkeep,
                      @Reference Audit audit) {
        this.table = new FieldTable(db);
        this.fields = fields;
        this.models = models;
        this.log = log;
        this.audit = audit;
        this.labels = labels;
        this.tx = tx;
        this.refills = refills;
        this.upkeep = upkeep;
        this.reader = new SettingsReader(models, new ValueCheck(dictionaries));
    }

    /** Of a type in their order, retired ones too. @throws TenonException NOT_FOUND for a type that is not there */
    public List<Map<String, @Nullable Object>> list(String type) {
        models.require(type);
        return stored(type).stream().map(FieldAdmin::json).toList();
    }

    /** Adds a field. @throws TenonException INVALID with every refused setting */
    public Map<String, @Nullable Object> add(Map<String, ?> given) {
        Refusals refusals = refusals();
        RecordModel model = models.require(String.valueOf(given.get("type")));
        FieldKind kind = kind(given.get("kind"));
        return write(() -> {
            List<Definition> there = stored(model.name());
            Set<String> taken = new HashSet<>(model.fields().keySet());
            there.forEach(each -> taken.add(each.key()));
            String key = key(given, taken, refusals);
            if (there.size() >= MOST) {
                refusals.refuse("type", "tooMany", MOST);
            }
            Settings settings = reader.read(kind, key, model, given, refusals);
            raise(refusals);
            int place = there.stream().mapToInt(Definition::place).max().orElse(0) + 1;
            Definition added = upkeep(model, new Definition(RecordId.next().value(), model.name(), key, kind, false, true, place, 1, settings));
            table.insert(added);
            logged(null, added, "create");
            return json(added);
        });
    }

    /** A formula is computed for the records there are. */
    private Definition upkeep(RecordModel model, Definition added) {
        Definition before = new Definition(added.id(), added.type(), added.key(), added.kind(), false, true, added.place(), 1, added.settings().uncomputed());
        return added.kind() == FieldKind.FORMULA ? upkeep(model, before, added, 0) : added;
    }

    /** Changes settings, each member of the patch wholly. @throws TenonException STALE, INVALID, CONFLICT if values would be lost */
    public Map<String, @Nullable Object> change(RecordId id, int version, Map<String, ?> patch) {
        Refusals refusals = refusals();
        return write(() -> {
            Definition before = require(id);
            if (before.version() != version) {
                throw new TenonException(Kind.STALE, "the field was changed meanwhile; it is now version " + before.version());
            }
            FieldKind kind = patch.containsKey("kind") ? kind(patch.get("kind")) : before.kind();
            RecordModel model = models.require(before.type());
            long values = refills.count(model, before.key());
            if (kind != before.kind() && !before.kind().becomes(kind) && values > 0) {
                refusals.refuse("kind", "kindChange", before.kind().key(), kind.key(), values);
            }
            Map<String, @Nullable Object> merged = SettingsJson.map(before.settings());
            merged.putAll(patch);
            merged.keySet().removeAll(SettingsReader.OTHERS);
            Settings settings = OptionsReader.kept(before.settings(), reader.read(kind, before.key(), model, merged, refusals));
            raise(refusals);
            Definition after = upkeep(model, before, before.with(kind, settings, true), values);
            table.update(after);
            logged(before, after, "update");
            return json(after);
        });
    }

    /** Brings stored records in line: few at once, many by a job, before whose end the field is no filter. Uniqueness is made sure of at once. */
    private Definition upkeep(RecordModel model, Definition before, Definition after, long values) {
        Settings was = before.settings();
        Settings is = after.settings();
        boolean kept = is.filter() || is.sort();
        boolean refill = kept && (!(was.filter() || was.sort()) || !before.indexed()) || after.fieldType().multiple() && !before.fieldType().multiple();
        boolean computed = after.kind() == FieldKind.FORMULA && !Objects.equals(was.formula(), is.formula());
        if (values > 0 && is.unique() && !was.unique()) {
            upkeep.now(model, FieldModels.of(after, model));
        }
        if (!computed && (values == 0 || !refill)) {
            return after;
        }
        Jobs queue = jobs;
        if (values <= AT_ONCE && !computed || queue == null) {
            tx.afterCommit(() -> models.require(after.type()).field(after.key()).ifPresent(field -> upkeep.now(models.require(after.type()), field)));
            return after;
        }
        queue.submit(Upkeep.KIND, String.valueOf(Languages.of(is.labels(), Caller.current().locale()).orElse(after.key())),
                Map.of("type", after.type(), "field", after.key()));
        return new Definition(after.id(), after.type(), after.key(), after.kind(), after.retired(), false, after.place(), after.version(), is);
    }

    /** Hides the field and keeps its values, or brings it back. */
    public Map<String, @Nullable Object> retire(RecordId id, boolean retired) {
        return write(() -> {
            Definition before = require(id);
            Definition after = before.retired(retired);
            if (before.retired() != retired) {
                table.update(after);
                logged(before, after, retired ? "retire" : "restore");
            }
            return json(before.retired() == retired ? before : after);
        });
    }

    private Map<String, @Nullable Object> write(java.util.function.Supplier<Map<String, @Nullable Object>> work) {
        return tx.required(PATIENCE, () -> {
            table.touch();
            tx.afterCommit(fields::reload);
            return work.get();
        });
    }

    private List<Definition> stored(String type) {
        return table.all().stream().filter(each -> each.type().equals(type)).toList();
    }

    private Definition require(RecordId id) {
        return table.all().stream().filter(each -> each.id() == id.value()).findFirst()
                .orElseThrow(() -> TenonException.notFound("no custom field " + id));
    }

    private static String key(Map<String, ?> given, Set<String> taken, Refusals refusals) {
        Object name = given.get("name");
        if (name == null || name.equals("")) {
            return Keys.free(Keys.field(Keys.word(new Given(given, (field, code, args) -> { }).texts("labels", 1_000))), taken);
        }
        String key = Keys.field(String.valueOf(name).strip());
        if (!key.matches(Keys.FIELD)) {
            refusals.refuse("name", "fieldName");
        } else if (taken.contains(key)) {
            refusals.refuse("name", "taken");
        }
        return key;
    }

    private static FieldKind kind(@Nullable Object given) {
        return FieldKind.of(String.valueOf(given)).orElseThrow(() -> TenonException.invalid("kind", "choice", "there is no kind of field " + given));
    }

    private Refusals refusals() {
        return new Refusals(labels, "records", Caller.current().locale());
    }

    private static void raise(Refusals refusals) {
        if (!refusals.errors().isEmpty()) {
            throw TenonException.invalid(refusals.errors());
        }
    }

    private void logged(@Nullable Definition before, Definition after, String action) {
        Map<String, @Nullable Object> was = before == null ? Map.of() : json(before);
        List<FieldChange> changes = new ArrayList<>();
        json(after).forEach((name, value) -> {
            if (!name.equals("id") && !name.equals("version") && !Objects.equals(was.get(name), value)) {
                changes.add(new FieldChange(name, was.get(name), value));
            }
        });
        Caller caller = Caller.current();
        LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
        log.append(List.of(new ChangeRow(RecordId.next().value(), LOGGED_AS, after.id(), action, after.version(), null, null, caller.memberId(), caller.name(),
                now, FieldChanges.write(changes))));
        String what = before == null || changes.isEmpty() ? after.kind().key() : changes.stream().map(FieldChange::field).collect(Collectors.joining(", "));
        audit.append("records." + ACTS.get(action), "%s %s (%s): %s".formatted(after.type(), after.key(),
                Languages.of(after.settings().labels(), caller.locale()).orElse(after.key()), what));
    }

    static Map<String, @Nullable Object> json(Definition definition) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", RecordId.text(definition.id()));
        json.put("type", definition.type());
        json.put("name", definition.key());
        json.put("kind", definition.kind().key());
        json.put("state", definition.retired() ? "retired" : "active");
        json.put("version", definition.version());
        json.put("indexed", definition.indexed());
        json.put("place", definition.place());
        json.putAll(SettingsJson.map(definition.settings()));
        return json;
    }
}
