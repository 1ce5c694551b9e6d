package org.tenon.records.log;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The hash that seals a numbered row: SHA-256 over the seal before it and everything the row says, each part with its length before it. */
final class Seal {

    /** What stands before the first row's seal. */
    static final String START = "0".repeat(64);

    private final MessageDigest digest;

    private Seal() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static String of(String before, long seq, ChangeRow row) {
        LocalDateTime at = row.at().truncatedTo(ChronoUnit.MICROS);
        Seal seal = new Seal().add(before).add(seq).add(row.id()).add(row.type()).add(row.target()).add(row.action()).add(row.version())
                .add(row.ownerId()).add(row.departmentId()).add(row.memberId()).add(row.memberName()).add(at).add(row.fields());
        // rows sealed before there were sources have none
        return (row.source() == null ? seal : seal.add(row.source())).hex();
    }

    private Seal add(@Nullable Object part) {
        byte[] bytes = part == null ? new byte[0] : part.toString().getBytes(StandardCharsets.UTF_8);
        digest.update(((part == null ? "-" : bytes.length) + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
        return this;
    }

    private String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
