package org.tenon.web.json;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Instants, which records hold as local date and time of UTC. */
final class UtcTime {

    private UtcTime() {
    }

    /** ISO-8601 with {@code Z}, no digits that are zero. */
    static String text(LocalDateTime utc) {
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(utc) + "Z";
    }

    /** Of any offset, cut to microseconds. @throws java.time.DateTimeException without one */
    static LocalDateTime of(String text) {
        return OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime().truncatedTo(ChronoUnit.MICROS);
    }
}
