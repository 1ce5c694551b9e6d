package org.tenon.records.exports;

import java.util.regex.Pattern;

/** Formatted text without its formatting, as far as a cell shows it. */
final class PlainText {

    private static final Pattern BREAK = Pattern.compile("(?i)<br\\s*/?>|</(?:p|div|li|h\\d|tr|blockquote)>");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    private PlainText() {
    }

    /** @param html sanitised */
    static String of(String html) {
        String bare = TAG.matcher(BREAK.matcher(html).replaceAll("\n")).replaceAll("");
        return bare.replace("&nbsp;", " ").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&").strip();
    }
}
