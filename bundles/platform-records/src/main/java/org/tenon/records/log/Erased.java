package org.tenon.records.log;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.RecordId;

/**
 * Says which rows of the log were emptied: their numbers and seals stay, so that the chain holds, and nothing else of them. It is a row of the log itself, sealed like
 * any other, that holds a sum over the numbers and seals of those rows; each of them names it.
 *
 * @param first the number of the first of them
 * @param rows  how many there are
 * @param sum   SHA-256 over number and seal of each, in their order, hexadecimal
 */
record Erased(long first, long rows, String sum) {

    /** The type of rows that were emptied; their record is the row that says so. */
    static final String TYPE = "records.erased";
    private static final String ACTION = "erase";
    private static final String FIELD = "_erased";

    /** Adds rows up, in the order of their numbers. */
    static final class Sum {

        private final MessageDigest digest;
        private long first;
        private long rows;

        Sum() {
            try {
                digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }

        void add(long seq, String hash) {
            first = rows == 0 ? seq : first;
            rows++;
            digest.update((seq + ":" + hash + "\n").getBytes(StandardCharsets.US_ASCII));
        }

        long first() {
            return first;
        }

        /** Of all that were added; nothing is added after it. */
        Erased total() {
            return new Erased(first, rows, HexFormat.of().formatHex(digest.digest()));
        }
    }

    /** The row that says so, of the log itself. */
    ChangeRow row(String area, LocalDateTime now) {
        Caller caller = Caller.current();
        FieldChange change = new FieldChange(FIELD, null, Map.of("area", area, "first", first, "rows", rows, "sum", sum));
        return new ChangeRow(RecordId.next().value(), Checkpoint.TYPE, 2, ACTION, 1, null, null, caller.memberId(), caller.name(), now, FieldChanges.write(List.of(change)));
    }

    /** What the row says, if it is one that says so. */
    static Optional<Erased> read(ChangeRow row) {
        if (!row.type().equals(Checkpoint.TYPE) || !row.action().equals(ACTION)) {
            return Optional.empty();
        }
        List<FieldChange> changes = FieldChanges.read(row.fields());
        return changes.size() == 1 && changes.get(0).after() instanceof Map<?, ?> says && says.get("first") instanceof Long first && says.get("rows") instanceof Long rows
            && says.get("sum") instanceof String sum ? Optional.of(new Erased(first, rows, sum)) : Optional.empty();
    }
}
