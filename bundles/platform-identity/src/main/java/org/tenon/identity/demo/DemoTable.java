package org.tenon.identity.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Rows of a text file beside this class: cells between bars, comments after {@code #}. */
final class DemoTable {

    private DemoTable() {
    }

    /** @throws IllegalStateException if a row has not this many cells */
    static List<List<String>> read(String name, int cells) {
        try (InputStream file = DemoTable.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8)).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#")).map(line -> row(line, cells)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> row(String line, int cells) {
        List<String> row = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
        if (row.size() != cells) {
            throw new IllegalStateException("%d cells instead of %d: %s".formatted(row.size(), cells, line));
        }
        return row;
    }
}
