package org.tenon.records.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tenon.records.write.RecordBatches.Written;

/** Counts, for each thread, how often records were written or handed out to be changed: tells whether rules had effects, and on what. */
final class Touches {

    private static final class Mine {

        private long count;
        private @Nullable Map<String, Draft> heard;
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
