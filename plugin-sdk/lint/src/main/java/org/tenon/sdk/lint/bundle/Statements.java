package org.tenon.sdk.lint.bundle;

import java.util.ArrayList;
import java.util.List;

/** Takes a SQL script apart. */
final class Statements {

    private final String script;
    private final List<String> found = new ArrayList<>();
    private final StringBuilder current = new StringBuilder();
    private int at;

    Statements(String script) {
        this.script = script;
    }

    List<String> split() {
        while (at < script.length()) {
            char c = script.charAt(at);
            if (script.startsWith("--", at)) {
                skipTo("\n", 0);
            } else if (script.startsWith("/*", at)) {
                skipTo("*/", 2);
            } else if (c == '\'' || c == '"') {
                quoted(c);
            } else if (c == ';') {
                finish();
                at++;
            } else {
                current.append(c);
                at++;
            }
        }
        finish();
        return found;
    }

    private void skipTo(String end, int length) {
        int next = script.indexOf(end, at + length);
        at = next < 0 ? script.length() : next + length;
        current.append(' ');
    }

    /** A quote inside is doubled, which reads as two quoted texts side by side. */
    private void quoted(char quote) {
        int next = script.indexOf(quote, at + 1);
        int end = next < 0 ? script.length() : next + 1;
        current.append(script, at, end);
        at = end;
    }

    private void finish() {
        String statement = current.toString().strip().replaceAll("[ \\t]+(?=\\R)", "").replaceAll("\\R{2,}", "\n");
        if (!statement.isEmpty()) {
            found.add(statement);
        }
        current.setLength(0);
    }
}
