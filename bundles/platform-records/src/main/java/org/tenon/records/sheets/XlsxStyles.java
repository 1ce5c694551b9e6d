package org.tenon.records.sheets;

import java.util.LinkedHashMap;
import java.util.Map;

/** The formats of a sheet's cells; amounts get one a currency, as they are met. */
final class XlsxStyles {

    static final int BOLD = 1;
    static final int DATE = 2;
    static final int MOMENT = 3;
    static final int TIME = 4;
    static final int DECIMAL = 5;

    private static final String[] FIXED = {"yyyy\\-mm\\-dd", "yyyy\\-mm\\-dd\\ hh:mm:ss", "hh:mm:ss", "#,##0.####"};
    /** Lower numbers are the standard's own formats. */
    private static final int FIRST_FORMAT = 164;

    private final Map<String, Integer> currencies = new LinkedHashMap<>();

    /** @param currency three capital letters */
    int money(String currency) {
        return currencies.computeIfAbsent(currency, key -> DECIMAL + 1 + currencies.size());
    }

    String xml() {
        StringBuilder formats = new StringBuilder();
        StringBuilder cells = new StringBuilder("<xf/><xf fontId=\"1\" applyFont=\"1\"/>");
        int next = FIRST_FORMAT;
        for (String fixed : FIXED) {
            add(formats, cells, next++, fixed);
        }
        for (String currency : currencies.keySet()) {
            add(formats, cells, next++, "#,##0.00##\\ \"" + currency + "\"");
        }
        return XlsxParts.HEAD + "<styleSheet xmlns=\"" + XlsxParts.MAIN + "\"><numFmts count=\"" + (next - FIRST_FORMAT) + "\">" + formats + "</numFmts>"
                + "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font><font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
                + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>"
                + "<borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs>"
                + "<cellXfs count=\"" + (next - FIRST_FORMAT + 2) + "\">" + cells + "</cellXfs></styleSheet>";
    }

    private static void add(StringBuilder formats, StringBuilder cells, int id, String code) {
        formats.append("<numFmt numFmtId=\"").append(id).append("\" formatCode=\"").append(Xml.escape(code)).append("\"/>");
        cells.append("<xf numFmtId=\"").append(id).append("\" applyNumberFormat=\"1\"/>");
    }
}
