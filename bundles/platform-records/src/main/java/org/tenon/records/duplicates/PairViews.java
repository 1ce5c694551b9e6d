package org.tenon.records.duplicates;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/** Records of pairs as the present caller may see them, and why they are pairs. Safe for all threads. */
final class PairViews {

    private final PlainRows rows;
    private final RecordReader reader;
    private final RecordPolicy policy;
    private final HitViews views;
    private final DuplicateRules rules;

    PairViews(Db db, RecordReader reader, RecordPolicy policy, HitViews views, DuplicateRules rules) {
        this.rows = new PlainRows(db);
        this.reader = reader;
        this.policy = policy;
        this.views = views;
        this.rules = rules;
    }

    /** Records that were read at once, living ones alone. For one thread. */
    final class Seen {

        private final RecordModel model;
        private final TypeAccess access;
        private final Set<String> off;
        private final Map<Long, Plain> plain;
        private final Map<Long, RecordView> readable;

        private Seen(RecordModel model, Collection<Long> ids) {
            this.model = model;
            this.access = policy.access(Caller.current(), model.info());
            this.off = rules.of(model.name()).with(MatchRule.OFF);
            this.plain = rows.read(model, Finder.compared(model), ids);
            this.readable = reader.get(model, ids.stream().map(RecordId::new).toList()).stream().collect(Collectors.toMap(view -> view.id().value(), view -> view));
        }

        boolean living(long id) {
            return plain.containsKey(id);
        }

        boolean readable(long id) {
            return living(id) && readable.containsKey(id);
        }

        Map<String, Object> json(long id) {
            return Objects.requireNonNull(readable.get(id)).json();
        }

        /** @param pair both of whose records live */
        List<Map<String, @Nullable Object>> reasons(Pair pair) {
            return views.reasons(Caller.current().locale(), model, access, profile(pair.left()).compare(profile(pair.right()), off));
        }

        private Profile profile(long id) {
            return Profile.of(model.info(), Objects.requireNonNull(plain.get(id)).values()::get);
        }

        /** {@code {"ids":[left,right],"score","reasons"}} */
        Map<String, @Nullable Object> pair(Pair pair) {
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            json.put("ids", List.of(RecordId.text(pair.left()), RecordId.text(pair.right())));
            json.put("score", pair.score());
            json.put("reasons", reasons(pair));
            return json;
        }
    }

    Seen read(RecordModel model, Collection<Long> ids) {
        return new Seen(model, ids);
    }

    static String encode(Pair pair) {
        String text = pair.score() + "." + pair.left() + "." + pair.right();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** @throws TenonException UNREADABLE */
    static Pair decode(String cursor) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII).split("\\.");
            return new Pair(Long.parseLong(parts[1]), Long.parseLong(parts[2]), Integer.parseInt(parts[0]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw TenonException.unreadable("this is no cursor of duplicates");
        }
    }
}
