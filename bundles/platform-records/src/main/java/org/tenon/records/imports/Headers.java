package org.tenon.records.imports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.TenonException;

/** Remembers what a member's columns meant, by the set of headers, in whatever order they come. */
final class Headers {

    private Headers() {
    }

    static void remember(ImportTable table, Import of) {
        Map<String, @Nullable Object> options = OptionsJson.write(of.options());
        Map<String, Object> kept = new LinkedHashMap<>();
        kept.put("headers", of.look().headers());
        kept.put("options", options);
        table.remember(of.memberId(), of.type(), hash(of.look().headers()), Json.write(kept), Importer.utc());
    }

    /** The options of the last import of such a file, without columns that mean nothing any more. */
    @SuppressWarnings("unchecked") // as written above
    static Optional<ImportOptions> remembered(ImportTable table, Import of, Targets targets) {
        return table.remembered(of.memberId(), of.type(), hash(of.look().headers())).flatMap(text -> {
            Map<String, Object> kept = Json.read(text);
            List<String> before = (List<String>) kept.get("headers");
            try {
                ImportOptions options = OptionsJson.patch(OptionsJson.NONE, (Map<String, Object>) kept.get("options"));
                List<ImportOptions.Column> columns = new ArrayList<>();
                for (ImportOptions.Column column : options.columns()) {
                    int now = column.column() < before.size() ? of.look().headers().indexOf(before.get(column.column())) : -1;
                    if (now >= 0 && targets.find(column.to()).isPresent()) {
                        columns.add(new ImportOptions.Column(now, column.to(), column.format(), column.by(), column.separator()));
                    }
                }
                return Optional.of(new ImportOptions(options.how(), columns, options.defaults(), options.mode(), options.match(), options.repeats(), options.clear(),
                        options.replace()));
            } catch (TenonException e) {
                return Optional.empty();
            }
        });
    }

    private static String hash(List<String> headers) {
        String all = String.join("\n", headers.stream().map(Words::fold).sorted().toList());
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
