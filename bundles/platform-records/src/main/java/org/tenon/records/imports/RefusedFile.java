package org.tenon.records.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.tenon.records.imports.RowTable.Kept;
import org.tenon.records.imports.file.TableWriter;

/** Refused rows as a file like the one they came from, with the reason in a further column, to be put right and loaded again. */
final class RefusedFile {

    private static final int AT_ONCE = 500;

    private final RowTable rows;
    private final Import of;

    RefusedFile(RowTable rows, Import of) {
        this.rows = rows;
        this.of = of;
    }

    /** @param reason the header of the further column */
    void write(OutputStream out, String reason) throws IOException {
        int width = of.look().headers().size();
        try (TableWriter table = TableWriter.like(of.look(), out)) {
            if (of.look().headerRow() > 0) {
                List<String> headers = new ArrayList<>(of.look().headers());
                headers.add(reason);
                table.row(headers);
            }
            long after = 0;
            for (List<Kept> some = rows.page(of.id(), "refused", false, after, AT_ONCE); !some.isEmpty();
                    some = rows.page(of.id(), "refused", false, after, AT_ONCE)) {
                for (Kept row : some) {
                    table.row(cells(row, width));
                    after = row.line();
                }
            }
        }
    }

    private static List<String> cells(Kept row, int width) {
        List<String> cells = new ArrayList<>();
        List<?> before = row.detail().get("cells") instanceof List<?> list ? list : List.of();
        for (int i = 0; i < Math.max(width, before.size()); i++) {
            cells.add(i < before.size() ? String.valueOf(before.get(i)) : "");
        }
        List<?> errors = row.detail().get("errors") instanceof List<?> list ? list : List.of();
        cells.add(errors.stream().map(each -> (List<?>) each)
                .map(each -> String.valueOf(each.get(0)).isEmpty() ? String.valueOf(each.get(3)) : each.get(0) + ": " + each.get(3)).collect(Collectors.joining("; ")));
        return cells;
    }
}
