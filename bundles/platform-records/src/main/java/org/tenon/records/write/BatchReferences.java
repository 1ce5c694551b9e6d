package org.tenon.records.write;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.tenon.sdk.record.FieldType;

/** Remembers what was looked up, and takes records for there that are checked but not stored yet. For one thread. */
final class BatchReferences implements References {

    private record Key(FieldType field, String type, long id) {
    }

    private final References stored;
    private final Map<Key, Boolean> known = new HashMap<>();
    private final Set<String> coming = new HashSet<>();

    BatchReferences(References stored) {
        this.stored = stored;
    }

    @Override
    public boolean exists(FieldType field, String type, long id) {
        return coming.contains(type + "/" + id) || known.computeIfAbsent(new Key(field, type, id), key -> stored.exists(field, type, id));
    }

    /** What was found out about many at once. */
    void known(FieldType field, String type, long id, boolean exists) {
        known.put(new Key(field, type, id), exists);
    }

    void coming(String type, long id) {
        coming.add(type + "/" + id);
    }

    void forget() {
        coming.clear();
        known.clear();
    }
}
