package org.tenon.records.comments;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.persistence.Db;
import org.tenon.records.comments.MentionTable.Mention;
import org.tenon.records.query.RecordTitles;
import org.tenon.records.write.LivingRecords;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.RecordId;

/** Where the present caller is mentioned. The words show only while they may read the record. Safe for all threads. */
@Component(service = Mentions.class)
public final class Mentions {

    private static final int MOST = 100;
    private static final String MEMBER = "identity.member";

    private final MentionTable table;
    private final RecordTitles titles;
    private final LivingRecords records;

    @Activate
    public Mentions(@Reference Db db, @Reference RecordTitles titles, @Reference LivingRecords records) {
        this.table = new MentionTable(db);
        this.titles = titles;
        this.records = records;
    }

    /** Newest first. @param cursor the id of the last one of the page before */
    public Map<String, @Nullable Object> page(boolean unread, int limit, @Nullable RecordId cursor) {
        Caller caller = Caller.current();
        int most = Math.max(1, Math.min(limit, MOST));
        List<Mention> found = table.page(caller.memberId(), unread, cursor == null ? null : cursor.value(), most + 1);
        List<Mention> shown = found.subList(0, Math.min(most, found.size()));
        Map<String, @Nullable Object> page = new LinkedHashMap<>();
        page.put("items", json(caller, shown));
        page.put("next", found.size() > most ? RecordId.text(shown.get(most - 1).id()) : null);
        page.put("unread", table.unread(caller.memberId()));
        return page;
    }

    /** Marks them as seen. @param id null for all of the caller's */
    public void read(@Nullable RecordId id) {
        table.read(Caller.current().memberId(), id == null ? null : id.value(), records.now());
    }

    private List<Map<String, @Nullable Object>> json(Caller caller, List<Mention> mentions) {
        Map<String, Set<Long>> targets = new HashMap<>();
        Set<Long> members = new HashSet<>();
        for (Mention mention : mentions) {
            targets.computeIfAbsent(mention.type(), type -> new HashSet<>()).add(mention.target());
            members.add(mention.by());
            members.addAll(Mentioned.in(mention.body()));
        }
        Map<String, Map<Long, String>> known = new HashMap<>();
        targets.forEach((type, ids) -> known.put(type, titles.of(caller, type, ids)));
        Map<Long, String> names = titles.of(caller, MEMBER, members);
        List<Map<String, @Nullable Object>> items = new ArrayList<>();
        for (Mention mention : mentions) {
            String title = known.getOrDefault(mention.type(), Map.of()).getOrDefault(mention.target(), RecordTitles.UNREADABLE);
            items.add(json(mention, title, names));
        }
        return items;
    }

    private static Map<String, @Nullable Object> json(Mention mention, String title, Map<Long, String> names) {
        boolean hidden = title.equals(RecordTitles.UNREADABLE);
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", RecordId.text(mention.id()));
        json.put("comment", RecordId.text(mention.comment()));
        json.put("record", Map.of("type", mention.type(), "id", RecordId.text(mention.target()), "title", title));
        json.put("by", RecordId.text(mention.by()));
        json.put("byLabel", names.getOrDefault(mention.by(), ""));
        json.put("at", CommentJson.instant(mention.at()));
        json.put("body", hidden ? null : mention.body());
        json.put("mentions", hidden ? List.of() : CommentJson.mentions(Mentioned.in(mention.body()), names));
        json.put("read", mention.read());
        return json;
    }
}
