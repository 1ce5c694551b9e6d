package org.tenon.records.access;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tenon.records.access.Entry.Way;
import org.tenon.sdk.TenonException;

/** What a caller wants an entry to be: {@code {"access":"read|write","expiresAt":"…Z"}}, the time absent or null for never. */
final class Wish {

    private Wish() {
    }

    /** @throws TenonException INVALID naming the member that is wrong; UNREADABLE for no JSON object */
    static Entry read(Way way, long grantee, @Nullable Map<String, Object> json, LocalDateTime now) {
        if (json == null) {
            throw TenonException.unreadable("a JSON object is needed");
        }
        Object access = json.get("access");
        if (!"read".equals(access) && !"write".equals(access)) {
            throw TenonException.invalid("access", "access", "access is read or write");
        }
        LocalDateTime until = time(json.get("expiresAt"));
        if (until != null && !until.isAfter(now)) {
            throw TenonException.invalid("expiresAt", "past", "expiresAt lies in the past");
        }
        return new Entry(way, grantee, access.equals("write"), until);
    }

    private static @Nullable LocalDateTime time(@Nullable Object text) {
        if (text == null) {
            return null;
        }
        try {
            LocalDateTime at = LocalDateTime.ofInstant(Instant.parse(String.valueOf(text)), ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
            if (at.getYear() <= 9999) {
                return at;
            }
        } catch (DateTimeParseException e) {
            throw TenonException.invalid("expiresAt", "dateTime", "expiresAt is no moment such as 2026-12-31T16:00:00Z");
        }
        throw TenonException.invalid("expiresAt", "dateTime", "expiresAt is no moment such as 2026-12-31T16:00:00Z");
    }
}
