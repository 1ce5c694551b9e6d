package org.tenon.records.sheets;

import java.util.regex.Pattern;

/** Text as it may stand in a spreadsheet's XML. */
final class Xml {

    /** Spreadsheets read {@code _x000D_} as the character of that number. */
    private static final Pattern NUMBERED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private Xml() {
    }

    /** Marks escaped; characters that XML 1.0 does not have left out. */
    static String escape(String text) {
        String safe = text.indexOf('_') < 0 ? text : NUMBERED.matcher(text).replaceAll("_x005F_");
        StringBuilder escaped = new StringBuilder(safe.length() + 16);
        safe.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> {
                    if (point >= 0x20 && point <= 0xd7ff || point >= 0xe000 && point <= 0xfffd || point > 0xffff || point == '\n' || point == '\t') {
                        escaped.appendCodePoint(point);
                    }
                }
            }
        });
        return escaped.toString();
    }
}
