package org.tenon.records.query;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.persistence.Db;
import org.tenon.records.dictionary.Dictionaries;
import org.tenon.records.model.RecordModel;
import org.tenon.records.policy.RecordPolicy;
import org.tenon.records.policy.TypeAccess;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.Dictionary;
import org.tenon.sdk.record.FieldType;
import org.tenon.sdk.record.RecordQuery;

/** Counts the groups of a list under policy, by one query. Safe for all threads. */
@Component(service = GroupReader.class)
public final class GroupReader {

    /** Groups in one answer. */
    public static final int MOST = 200;

    private final RecordPolicy policy;
    private final RecordTitles titles;
    private final Dictionaries dictionaries;
    private final Askers askers;
    private final Db db;

    /**
     * One group.
     *
     * @param value     of the field in JSON, of months {@code 2026-11}; null for the records without one
     * @param label     readable, null where the value says it
     * @param condition that holds for its records, as in a filter
     * @param sum       of the field that was asked for; null if none was, or none of its records has a value
     */
    public record Group(@Nullable Object value, @Nullable String label, long count, Map<String, Object> condition, @Nullable BigDecimal sum) {
    }

    private record Counted(@Nullable Object key, long count, @Nullable BigDecimal sum) {
    }

    @Activate
    public GroupReader(@Reference RecordPolicy policy, @Reference RecordTitles titles, @Reference Dictionaries dictionaries, @Reference Askers askers,
                       @Reference Db db) {
        this.policy = policy;
        this.titles = titles;
        this.dictionaries = dictionaries;
        this.askers = askers;
        this.db = db;
    }

    /**
     * The largest groups, at most {@link #MOST} + 1: choices in the order of their dictionary, months from the latest, others by size; records
     * without a value last.
     *
     * @param query its filter, prefix and {@code deleted} count, nothing else
     * @param sum   the number field to add up in each group; null for none
     * @throws org.tenon.sdk.TenonException as for a page, INVALID too for a field that cannot divide a list or be added up
     */
    public List<Group> groups(RecordModel model, String field, RecordQuery query, @Nullable String sum) {
        Caller caller = Caller.current();
        TypeAccess access = policy.require(caller, model.info(), query.deleted() ? "delete" : "read");
        Grouping grouping = Grouping.of(db.kind(), model, access, field, askers.zone(caller));
        Sql summand = sum == null ? null : Grouping.summand(model, access, sum);
        RecordQuery all = new RecordQuery(query.filter(), null, 1, null, List.of(), query.prefix(), true, query.deleted());
        PageQuery page = new PageQuery(askers.of(caller), model, access, all);
        Sql sql = page.counts(grouping, summand);
        List<Counted> counted = Timeouts.glance(db, connection -> {
            List<Counted> found = new ArrayList<>();
            if (!sql.isEmpty()) {
                try (PreparedStatement statement = sql.prepare(connection); ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        found.add(new Counted(grouping.read(rows, 1), rows.getLong(2), summand == null ? null : rows.getBigDecimal(3)));
                    }
                }
            }
            return found;
        });
        return named(caller, grouping, counted);
    }

    private List<Group> named(Caller caller, Grouping grouping, List<Counted> counted) {
        Map<Object, String> labels = labels(caller, grouping, counted);
        List<Object> order = List.copyOf(new LinkedHashSet<>(labels.keySet()));
        Comparator<Counted> emptyLast = Comparator.comparing(group -> group.key() == null);
        Comparator<Counted> bySize = Comparator.comparingLong(Counted::count).reversed();
        boolean dictionary = grouping.field().type() == FieldType.CHOICE || grouping.field().type() == FieldType.REGION;
        Comparator<Counted> within = grouping.monthly() ? Comparator.comparing(group -> group.key() == null ? 0 : -(Long) group.key())
                : dictionary ? Comparator.comparingInt(group -> order.indexOf(group.key()) < 0 ? order.size() : order.indexOf(group.key())) : bySize;
        return counted.stream().sorted(emptyLast.thenComparing(within)).map(group -> new Group(grouping.json(group.key()),
                group.key() == null ? null : labels.get(group.key()), group.count(), grouping.condition(group.key()), group.sum())).toList();
    }

    /** In the order of the dictionary, where there is one. */
    private Map<Object, String> labels(Caller caller, Grouping grouping, List<Counted> counted) {
        String dictionary = String.valueOf(grouping.field().info().dictionary());
        List<Object> keys = counted.stream().map(Counted::key).filter(java.util.Objects::nonNull).toList();
        Map<Object, String> labels = new java.util.LinkedHashMap<>();
        switch (grouping.field().type()) {
            case CHOICE, REGION -> {
                Set<Object> present = Set.copyOf(keys);
                dictionaries.find(dictionary).map(Dictionary::items).orElse(List.of()).stream().map(Dictionary.Item::value).filter(present::contains)
                        .forEach(value -> labels.put(value, dictionaries.label(dictionary, value, caller.locale())));
                keys.forEach(key -> labels.computeIfAbsent(key, value -> dictionaries.label(dictionary, String.valueOf(value), caller.locale())));
            }
            case MEMBER -> labels.putAll(titles(caller, "identity.member", keys));
            case DEPARTMENT -> labels.putAll(titles(caller, "identity.department", keys));
            case REFERENCE -> labels.putAll(titles(caller, String.valueOf(grouping.field().info().reference()), keys));
            default -> { }
        }
        return labels;
    }

    private Map<Object, String> titles(Caller caller, String type, List<Object> ids) {
        return new HashMap<>(titles.of(caller, type, ids.stream().map(Long.class::cast).toList()));
    }
}
