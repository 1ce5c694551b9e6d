package org.tenon.search.index;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How far the index is. It is committed together with the documents it speaks of, so both are always of the same moment. For one thread.
 */
final class Progress {

    /** Of another version the index is made anew. */
    static final String VERSION = "1";

    private long position;
    private String mark = "";
    private Map<String, TypeProgress> types = new TreeMap<>();

    /**
     * @param shape    what its documents are made of
     * @param after    all records up to this id are taken in
     * @param done     all are
     * @param answered it may be asked: all were taken in once
     */
    record TypeProgress(String shape, long after, boolean done, boolean answered) {

        private static TypeProgress read(String text) {
            String[] parts = text.split(" ");
            return new TypeProgress(parts[0], Long.parseLong(parts[1]), parts[2].equals("1"), parts[3].equals("1"));
        }

        @Override
        public String toString() {
            return shape + " " + after + " " + (done ? "1" : "0") + " " + (answered ? "1" : "0");
        }
    }

    /** The last change the index knows. */
    long position() {
        return position;
    }

    /** What that change was, to tell whether the change log is still the same. */
    String mark() {
        return mark;
    }

    void at(long seq, String change) {
        position = seq;
        mark = change;
    }

    @Nullable TypeProgress type(String name) {
        return types.get(name);
    }

    /** Names of the types that may be asked. */
    Set<String> answered() {
        return types.entrySet().stream().filter(entry -> entry.getValue().answered()).map(Map.Entry::getKey).collect(Collectors.toUnmodifiableSet());
    }

    void put(String name, TypeProgress type) {
        types.put(name, type);
    }

    /** All its records are to be taken in again; meanwhile it is answered if it was. */
    void again(String name, String shape) {
        put(name, new TypeProgress(shape, 0, false, answered().contains(name)));
    }

    void clear(long seq, String change) {
        types.clear();
        at(seq, change);
    }

    Map<String, String> store() {
        Map<String, String> data = new LinkedHashMap<>();
        data.put("version", VERSION);
        data.put("position", Long.toString(position));
        data.put("mark", mark);
        types.forEach((name, type) -> data.put("type:" + name, type.toString()));
        return data;
    }

    /** False if it is of another version or none. */
    boolean load(Map<String, String> data) {
        if (!VERSION.equals(data.get("version"))) {
            return false;
        }
        position = Long.parseLong(data.get("position"));
        mark = data.getOrDefault("mark", "");
        types.clear();
        data.forEach((key, value) -> {
            if (key.startsWith("type:")) {
                types.put(key.substring(5), TypeProgress.read(value));
            }
        });
        return true;
    }
}
