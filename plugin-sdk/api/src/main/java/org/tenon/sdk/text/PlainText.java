package org.tenon.sdk.text;

import java.util.regex.Pattern;

/** What is written in formatted text. Safe for all threads. */
public final class PlainText {

    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    private PlainText() {
    }

    /** The text between the tags, each of which becomes a blank; of entities those that sanitised HTML has for its own signs become these. */
    public static String of(String html) {
        return TAG.matcher(html).replaceAll(" ").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&nbsp;", " ").replace("&amp;", "&");
    }
}
