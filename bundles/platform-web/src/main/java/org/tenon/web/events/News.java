package org.tenon.web.events;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.Change;
import org.tenon.sdk.record.ChangeFeed;
import org.tenon.sdk.record.RecordId;

/** Brings listeners up to the change log's end: each sees the changes of records they may read. */
final class News {

    /** A browser further behind reads everything anew when it reconnects, which it does anyway. */
    static final int MOST_REPLAYED = 1_000;
    private static final int AT_ONCE = 500;

    void tell(ChangeFeed feed, List<Listener> listeners) {
        long from = listeners.stream().map(Listener::seen).min(Comparator.naturalOrder()).orElseThrow();
        List<Change> changes;
        do {
            changes = feed.after(from, AT_ONCE);
            if (!changes.isEmpty()) {
                from = changes.get(changes.size() - 1).seq();
                tell(feed, changes, listeners);
            }
        } while (changes.size() == AT_ONCE);
    }

    private static void tell(ChangeFeed feed, List<Change> changes, List<Listener> listeners) {
        for (Change change : latest(changes)) {
            Map<Long, Boolean> visible = new HashMap<>();
            byte[] frame = Frame.event("records", json(change), change.seq());
            for (Listener listener : listeners) {
                if (listener.seen() < change.seq() && listener.line().isOpen()
                        && visible.computeIfAbsent(listener.caller().memberId(), member -> visible(feed, listener.caller(), change))) {
                    listener.line().send(frame);
                }
            }
        }
        long last = changes.get(changes.size() - 1).seq();
        listeners.forEach(listener -> listener.saw(last));
    }

    private static boolean visible(ChangeFeed feed, Caller caller, Change change) {
        return feed.visible(caller, change);
    }

    /** Of several changes of one record in a row only the last is news. */
    private static List<Change> latest(List<Change> changes) {
        Map<String, Change> last = new LinkedHashMap<>();
        for (Change change : changes) {
            String record = change.type() + "/" + change.target();
            last.remove(record);
            last.put(record, change);
        }
        return List.copyOf(last.values());
    }

    private static String json(Change change) {
        return "{\"seq\":%d,\"type\":\"%s\",\"id\":\"%s\",\"action\":\"%s\",\"version\":%d}"
                .formatted(change.seq(), change.type(), RecordId.text(change.target()), change.action(), change.version());
    }
}
