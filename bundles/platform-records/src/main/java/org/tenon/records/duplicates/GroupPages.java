package org.tenon.records.duplicates;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tenon.persistence.Db;
import org.tenon.records.duplicates.Groups.Group;
import org.tenon.records.duplicates.PairTable.Pair;
import org.tenon.records.model.RecordModel;

/**
 * Groups of records that are probably the same, the one with the likeliest pair first, as a caller may see them: of a group at least one record they
 * may read; of the others only how many there are. A group stands where its best pair stands, so that no page repeats one of a page before.
 */
final class GroupPages {

    private static final int AT_ONCE = 100;

    /** So that a caller who may see few of very many pairs gets an answer soon; they go on from its cursor. */
    private static final int ROUNDS = 20;

    private final PairTable pairs;
    private final Groups groups;
    private final PairViews views;

    GroupPages(Db db, PairViews views) {
        this.pairs = new PairTable(db);
        this.groups = new Groups(pairs);
        this.views = views;
    }

    /** @param limit 1–50 @param cursor from the page before, null for the first */
    Map<String, @Nullable Object> page(RecordModel model, int limit, @Nullable String cursor) {
        int wanted = Math.max(1, Math.min(limit, 50));
        List<Map<String, @Nullable Object>> items = new ArrayList<>();
        Set<Pair> seen = new HashSet<>();
        Pair last = cursor == null ? null : PairViews.decode(cursor);
        boolean more = true;
        for (int round = 0; round < ROUNDS && more && items.size() < wanted; round++) {
            List<Pair> found = pairs.page(model.name(), false, last, AT_ONCE);
            more = found.size() == AT_ONCE;
            for (Pair pair : found) {
                if (items.size() == wanted) {
                    more = true;
                    break;
                }
                last = pair;
                if (!seen.contains(pair)) {
                    Group group = groups.of(model.name(), pair);
                    seen.addAll(group.pairs());
                    if (group.best().equals(pair)) {
                        add(items, model, group);
                    }
                }
            }
        }
        Map<String, @Nullable Object> page = new LinkedHashMap<>();
        page.put("items", items);
        page.put("next", more && last != null ? PairViews.encode(last) : null);
        return page;
    }

    private void add(List<Map<String, @Nullable Object>> items, RecordModel model, Group group) {
        PairViews.Seen seen = views.read(model, group.records());
        List<Map<String, Object>> records = group.records().stream().filter(seen::readable).map(seen::json).toList();
        List<Map<String, @Nullable Object>> shown = group.pairs().stream().filter(pair -> seen.readable(pair.left()) && seen.readable(pair.right()))
                .map(seen::pair).toList();
        long living = group.records().stream().filter(seen::living).count();
        if (records.isEmpty() || living < 2) {
            return;
        }
        Map<String, @Nullable Object> item = new LinkedHashMap<>();
        item.put("score", group.best().score());
        item.put("records", records);
        item.put("hidden", living - records.size());
        item.put("pairs", shown);
        item.put("more", group.more());
        items.add(item);
    }
}
