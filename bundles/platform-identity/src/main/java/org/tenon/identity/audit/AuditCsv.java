package org.tenon.identity.audit;

import java.util.List;
import java.util.stream.Collectors;
import org.tenon.identity.audit.AuditReader.Shown;

/** A row of the system log as CSV (RFC 4180), with what a spreadsheet would take for a formula made harmless. */
final class AuditCsv {

    private AuditCsv() {
    }

    static String line(Shown shown, String label) {
        AuditRow row = shown.row();
        return List.of(row.at().toString(), row.kind(), label, shown.name(), row.address(), shown.aboutName(), row.detail()).stream()
                .map(AuditCsv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        String plain = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return "\"" + plain.replace("\"", "\"\"") + "\"";
    }
}
