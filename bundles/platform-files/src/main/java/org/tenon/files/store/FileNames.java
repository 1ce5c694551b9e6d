package org.tenon.files.store;

import java.util.regex.Pattern;

/** Names of files as people may safely be shown them and systems may safely store them. */
final class FileNames {

    private static final int LONGEST = 200;
    /** Longer than any ending worth keeping. */
    private static final int ENDING = 20;
    /** Control characters, what no Windows name may hold, and the signs that let a name read backwards. */
    private static final Pattern REFUSED = Pattern.compile("[\\p{Cntrl}<>:\"|?*\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff]");

    private FileNames() {
    }

    /** Without folders, odd signs, and dots or blanks at the ends; at most 200 characters, of which the ending stays; {@code file} where nothing is left. */
    static String plain(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String clean = REFUSED.matcher(last).replaceAll("").replaceAll("^[\\s.]+|[\\s.]+$", "");
        return clean.isEmpty() ? "file" : shortened(clean);
    }

    private static String shortened(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= ENDING ? name.substring(dot) : "";
        int end = LONGEST - ending.length();
        return name.substring(0, Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end) + ending;
    }
}
