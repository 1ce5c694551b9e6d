package org.tenon.records.dictionary;

import java.util.HashSet;
import java.util.Set;
import org.tenon.sdk.text.Resource;

/** Names of provinces, cities and districts of China as they stand in front of names and addresses. */
public final class Places {

    private static final Set<String> NAMES = new HashSet<>();
    private static final int LONGEST;

    static {
        for (String line : Resource.lines(Places.class, "regions.txt")) {
            int blank = line.indexOf(' ');
            String name = line.substring(blank + 1);
            NAMES.add(name);
            // 北京, 广东; a district's short name is too often a word of its own (和平, 长安)
            String brief = name.replaceFirst("(省|市|(壮族|回族|维吾尔)?自治区|特别行政区)$", "");
            if (blank <= 4 && brief.length() >= 2) {
                NAMES.add(brief);
            }
        }
        NAMES.add("中国");
        LONGEST = NAMES.stream().mapToInt(String::length).max().orElse(0);
    }

    private Places() {
    }

    /** True if the text is the name of a place and nothing else. */
    public static boolean is(String text) {
        return NAMES.contains(text);
    }

    /** The text, in Simplified characters, without the places in front, as long as {@code left} characters remain. */
    public static String strip(String text, int left) {
        String rest = text;
        boolean found = true;
        while (found) {
            found = false;
            for (int length = Math.min(LONGEST, rest.length() - left); length >= 2 && !found; length--) {
                if (NAMES.contains(rest.substring(0, length))) {
                    rest = rest.substring(length);
                    found = true;
                }
            }
        }
        return rest;
    }
}
