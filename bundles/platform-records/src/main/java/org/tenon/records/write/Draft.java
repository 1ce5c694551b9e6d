package org.tenon.records.write;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tenon.records.duplicates.MatchTable;
import org.tenon.records.log.FieldChange;
import org.tenon.records.matching.Profile;
import org.tenon.records.model.CustomValues;
import org.tenon.records.model.FieldModel;
import org.tenon.records.model.RecordModel;
import org.tenon.sdk.record.BaseRecord;
import org.tenon.sdk.record.Changes;
import org.tenon.sdk.record.Money;
import org.tenon.sdk.record.RecordRef;
import org.tenon.sdk.text.Titles;

/** A record while it is written: the item, and what its fields held before. For one thread. */
final class Draft implements Changes {

    /** Fields that say that there was a change rather than what it was. */
    private static final Set<String> STAMPS = Set.of("id", "createdAt", "createdBy", "updatedAt", "updatedBy", "deletedAt");

    private final RecordModel model;
    private final Values values;
    private final BaseRecord item;
    private final Map<String, @Nullable Object> before = new LinkedHashMap<>();
    private @Nullable Map<String, Object> custom;
    private boolean repeating;

    private Draft(RecordModel model, Values values, BaseRecord item) {
        this.model = model;
        this.values = values;
        this.item = item;
    }

    /** A new record; everything was empty before, whatever the class puts into new instances. */
    static Draft fresh(RecordModel model, long id) {
        Values values = Values.of(model.entity());
        Draft draft = new Draft(model, values, values.create());
        values.set(draft.item, "id", id);
        return draft;
    }

    /** A stored record as it stands. */
    static Draft stored(RecordModel model, BaseRecord item) {
        Draft draft = new Draft(model, Values.of(model.entity()), item);
        for (FieldModel field : model.fields().values()) {
            draft.before.put(field.name(), copy(draft.get(field.name())));
        }
        return draft;
    }

    RecordModel model() {
        return model;
    }

    BaseRecord item() {
        return item;
    }

    @Nullable Object get(String field) {
        FieldModel known = model.fields().get(field);
        if (known != null && known.custom()) {
            Object json = custom().get(field);
            return json == null ? null : Attributes.attribute(known, json);
        }
        Object value = values.get(item, field);
        return hollow(value) ? null : value;
    }

    /** An embedded object that was empty in the database may come back as an object of nothing. */
    private static boolean hollow(@Nullable Object value) {
        return value instanceof Money money && money.amount() == null || value instanceof RecordRef ref && (ref.type() == null || ref.type().isEmpty());
    }

    void set(String field, @Nullable Object value) {
        FieldModel known = model.fields().get(field);
        if (known == null || !known.custom()) {
            values.set(item, field, value);
        } else if (value == null) {
            custom().remove(field);
        } else {
            custom().put(field, java.util.Objects.requireNonNull(Attributes.json(known, value)));
        }
    }

    /** Values of custom fields in JSON form; of fields this node does not know, too. */
    private Map<String, Object> custom() {
        Map<String, Object> read = custom;
        if (read == null) {
            read = CustomValues.read((String) values.get(item, "customValues"));
            custom = read;
        }
        return read;
    }

    /** The values of custom fields as they are now, as the column holds them. */
    @Nullable String customText() {
        return CustomValues.text(custom());
    }

    /** Puts the values of custom fields into the item. False if they are too long to be kept. */
    boolean keepCustom() {
        String text = custom == null ? null : CustomValues.text(custom);
        if (custom != null && !Objects.equals(text, values.get(item, "customValues"))) {
            values.set(item, "customValues", text);
        }
        return text == null || text.length() <= CustomValues.MOST;
    }

    /** Keeps the two forms of the title as the title is now. */
    void retitle() {
        String title = (String) get(model.info().titleField());
        if (!Objects.equals(before.get(model.info().titleField()), title)) {
            set("titleKey", title == null ? null : Titles.key(title));
            set("titleFold", title == null ? null : Titles.fold(title));
        }
    }

    /** What the record is compared by when duplicates are looked for. */
    MatchTable.Entry match() {
        return new MatchTable.Entry(model.name(), item.id(), Profile.of(model.info(), name -> Attributes.json(model.require(name), get(name))));
    }

    /** What some of its fields are compared by. @param value what a field holds, or held */
    Profile profile(Set<String> fields, Function<String, @Nullable Object> value) {
        return Profile.of(model.info(), name -> fields.contains(name) ? Attributes.json(model.require(name), value.apply(name)) : null);
    }

    /** Lets it have values that no two records may have. */
    void repeat() {
        repeating = true;
    }

    boolean repeating() {
        return repeating;
    }

    boolean primitive(String field) {
        return !model.require(field).custom() && values.primitive(field);
    }

    @Override
    public Set<String> fields() {
        Set<String> changed = new LinkedHashSet<>();
        for (FieldModel field : model.fields().values()) {
            if (!STAMPS.contains(field.name()) && !same(before.get(field.name()), get(field.name()))) {
                changed.add(field.name());
            }
        }
        return changed;
    }

    /** Without comparing the other fields. */
    @Override
    public boolean touch(String... names) {
        for (String name : names) {
            if (!STAMPS.contains(name) && model.fields().containsKey(name) && !same(before.get(name), get(name))) {
                return true;
            }
        }
        return false;
    }

    /** True if it goes into the recycle bin or comes out of it. */
    boolean moved() {
        return !Objects.equals(before.get("deletedAt"), get("deletedAt"));
    }

    @Override
    public @Nullable Object before(String field) {
        return before.get(field);
    }

    /** What changed, in JSON form. */
    List<FieldChange> changes() {
        List<FieldChange> changes = new ArrayList<>();
        for (String name : fields()) {
            FieldModel field = model.require(name);
            changes.add(new FieldChange(name, Attributes.json(field, before.get(name)), Attributes.json(field, get(name))));
        }
        return changes;
    }

    static boolean same(@Nullable Object a, @Nullable Object b) {
        return a instanceof BigDecimal x && b instanceof BigDecimal y ? x.compareTo(y) == 0 : Objects.equals(a, b);
    }

    /** Embedded objects belong to their record; what they held before must not change with it. */
    private static @Nullable Object copy(@Nullable Object value) {
        if (value instanceof Money money) {
            return new Money(money.amount(), money.currency());
        }
        return value instanceof RecordRef ref ? new RecordRef(ref.type(), ref.target()) : value;
    }
}
