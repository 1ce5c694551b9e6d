package org.tenon.records.duplicates;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tenon.persistence.Db;
import org.tenon.records.duplicates.PairTable.Pair;
import org.tenon.records.model.RecordModel;
import org.tenon.records.query.PlainRows;

/** Pairs that the last scan found, as a caller may see them: one of the two at least they may read; the other is masked if they may not. */
final class PairPages {

    private static final int AT_ONCE = 100;

    /** So that a caller who may see few of very many pairs gets an answer soon; they go on from its cursor. */
    private static final int ROUNDS = 20;

    private final PairTable pairs;
    private final PairViews views;

    PairPages(Db db, PairViews views) {
        this.pairs = new PairTable(db);
        this.views = views;
    }

    /** @param limit 1–50 @param cursor from the page before, null for the first */
    Map<String, @Nullable Object> page(RecordModel model, boolean dismissed, int limit, @Nullable String cursor) {
        int wanted = Math.max(1, Math.min(limit, 50));
        List<Map<String, @Nullable Object>> items = new ArrayList<>();
        Pair last = cursor == null ? null : PairViews.decode(cursor);
        boolean more = true;
        for (int round = 0; round < ROUNDS && more && items.size() < wanted; round++) {
            List<Pair> found = pairs.page(model.name(), dismissed, last, AT_ONCE);
            more = found.size() == AT_ONCE;
            for (Map.Entry<Pair, Map<String, @Nullable Object>> shown : shown(model, found).entrySet()) {
                if (items.size() == wanted) {
                    more = true;
                    break;
                }
                last = shown.getKey();
                if (!shown.getValue().isEmpty()) {
                    items.add(shown.getValue());
                }
            }
        }
        Map<String, @Nullable Object> page = new LinkedHashMap<>();
        page.put("items", items);
        page.put("next", more && last != null ? PairViews.encode(last) : null);
        return page;
    }

    /** By pair; empty for one of which the caller may see neither record, or one is gone. */
    private Map<Pair, Map<String, @Nullable Object>> shown(RecordModel model, List<Pair> found) {
        Set<Long> ids = new LinkedHashSet<>();
        found.forEach(pair -> ids.addAll(List.of(pair.left(), pair.right())));
        PairViews.Seen seen = views.read(model, ids);
        Map<Pair, Map<String, @Nullable Object>> shown = new LinkedHashMap<>();
        for (Pair pair : found) {
            Map<String, @Nullable Object> item = new LinkedHashMap<>();
            if (seen.living(pair.left()) && seen.living(pair.right()) && (seen.readable(pair.left()) || seen.readable(pair.right()))) {
                item.put("score", pair.score());
                item.put("reasons", seen.reasons(pair));
                item.put("records", List.of(side(seen, pair.left()), side(seen, pair.right())));
            }
            shown.put(pair, item);
        }
        return shown;
    }

    private static Map<String, Object> side(PairViews.Seen seen, long id) {
        return seen.readable(id) ? seen.json(id) : Map.of("hidden", true);
    }
}
