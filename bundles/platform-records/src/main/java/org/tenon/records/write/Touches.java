package org.tenon.records.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tenon.records.write.RecordBatches.Written;

/** Counts, for each thread, how often records were written or handed out to be changed: tells whether rules had effects, and on what. Knows what is about to be stored. */
final class Touches {

    private static final class Mine {

        private long count;
        private @Nullable Map<String, Draft> heard;
        private final Set<String> pending = new HashSet<>();
    }

    private final ThreadLocal<Mine> mine = ThreadLocal.withInitial(Mine::new);

    void add() {
        mine.get().count++;
    }

    void add(List<Draft> drafts) {
        Mine here = mine.get();
        here.count++;
        if (here.heard != null) {
            for (Draft draft : drafts) {
                here.heard.put(draft.model().name() + "/" + draft.item().id(), draft);
            }
        }
    }

    /** Remembers a record that is checked and not stored yet: nobody finds it, and the database need not be asked. */
    void pending(String type, long id) {
        mine.get().pending.add(type + "/" + id);
    }

    boolean isPending(String type, long id) {
        return mine.get().pending.contains(type + "/" + id);
    }

    /** Nothing is pending any more: it is being stored, or never will be. */
    void settle() {
        mine.get().pending.clear();
    }

    long count() {
        return mine.get().count;
    }

    /** Remembers what is written from now on, and nothing of before. */
    void listen() {
        mine.get().heard = new HashMap<>();
    }

    /** What was written since, with the versions of now; ends listening. */
    List<Written> heard() {
        Map<String, Draft> drafts = mine.get().heard;
        mine.get().heard = null;
        List<Written> written = new ArrayList<>();
        if (drafts != null) {
            drafts.values().forEach(draft -> written.add(new Written(draft.model().name(), draft.item().id(), draft.item().version())));
        }
        return written;
    }
}
