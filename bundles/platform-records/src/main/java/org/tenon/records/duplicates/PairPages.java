package org.tenon.records.duplicates;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tenon.persistence.Db;
import org.tenon.records.duplicates.PairTable.Pair;
import org.tenon.records.matching.Profile;
import org.tenon.records.model.RecordModel;
import org.tenon.records.policy.RecordPolicy;
import org.tenon.records.policy.TypeAccess;
import org.tenon.records.query.PlainRows;
import org.tenon.records.query.PlainRows.Plain;
import org.tenon.records.query.RecordReader;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordView;

/** Pairs that the last scan found, as a caller may see them: one of the two at least they may read; the other is masked if they may not. */
final class PairPages {

    private static final int AT_ONCE = 100;

    /** So that a caller who may see few of very many pairs gets an answer soon; they go on from its cursor. */
    private static final int ROUNDS = 20;

    private final PairTable pairs;
    private final PlainRows rows;
    private final RecordReader reader;
    private final RecordPolicy policy;
    private final HitViews views;

    PairPages(Db db, RecordReader reader, RecordPolicy policy, HitViews views) {
        this.pairs = new PairTable(db);
        this.rows = new PlainRows(db);
        this.reader = reader;
        this.policy = policy;
        this.views = views;
    }

    /** @param limit 1–50 @param cursor from the page before, null for the first */
    Map<String, @Nullable Object> page(RecordModel model, boolean dismissed, int limit, @Nullable String cursor) {
        int wanted = Math.max(1, Math.min(limit, 50));
        List<Map<String, @Nullable Object>> items = new ArrayList<>();
        Pair last = cursor == null ? null : decode(cursor);
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
        page.put("next", more && last != null ? encode(last) : null);
        return page;
    }

    /** By pair; empty for one of which the caller may see neither record, or one is gone. */
    private Map<Pair, Map<String, @Nullable Object>> shown(RecordModel model, List<Pair> found) {
        Caller caller = Caller.current();
        TypeAccess access = policy.access(caller, model.info());
        Set<Long> ids = new LinkedHashSet<>();
        found.forEach(pair -> ids.addAll(List.of(pair.left(), pair.right())));
        Map<Long, Plain> plain = rows.read(model, Finder.compared(model), ids);
        Map<Long, RecordView> readable = reader.get(model, ids.stream().map(RecordId::new).toList()).stream()
                .collect(Collectors.toMap(view -> view.id().value(), view -> view));
        Map<Pair, Map<String, @Nullable Object>> shown = new LinkedHashMap<>();
        for (Pair pair : found) {
            Plain left = plain.get(pair.left());
            Plain right = plain.get(pair.right());
            Map<String, @Nullable Object> item = new LinkedHashMap<>();
            if (left != null && right != null && (readable.containsKey(pair.left()) || readable.containsKey(pair.right()))) {
                item.put("score", pair.score());
                item.put("reasons", views.reasons(caller.locale(), model, access,
                        Profile.of(model.info(), left.values()::get).compare(Profile.of(model.info(), right.values()::get))));
                item.put("records", List.of(side(readable.get(pair.left())), side(readable.get(pair.right()))));
            }
            shown.put(pair, item);
        }
        return shown;
    }

    private static Map<String, Object> side(@Nullable RecordView view) {
        return view == null ? Map.of("hidden", true) : view.json();
    }

    private static String encode(Pair pair) {
        String text = pair.score() + "." + pair.left() + "." + pair.right();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static Pair decode(String cursor) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII).split("\\.");
            return new Pair(Long.parseLong(parts[1]), Long.parseLong(parts[2]), Integer.parseInt(parts[0]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw TenonException.unreadable("this is no cursor of duplicates");
        }
    }
}
