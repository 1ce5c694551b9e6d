package org.tenon.records.log;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tenon.sdk.TenonException;

/** A place in a timeline: entries go by time, then by id. @param at UTC, microseconds */
public record Moment(LocalDateTime at, long id) {

    public static final Comparator<Moment> NEWEST_FIRST = Comparator.comparing(Moment::at).thenComparing(Moment::id).reversed();

    private static final Pattern TEXT = Pattern.compile("([0-9]{1,18})\\.([0-9]{1,19})");

    public String cursor() {
        String text = at.toEpochSecond(ZoneOffset.UTC) * 1_000_000 + at.getNano() / 1_000 + "." + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** @throws TenonException UNREADABLE */
    public static Moment of(String cursor) {
        try {
            Matcher text = TEXT.matcher(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII));
            if (text.matches()) {
                long micros = Long.parseLong(text.group(1));
                return new Moment(LocalDateTime.ofEpochSecond(micros / 1_000_000, (int) (micros % 1_000_000) * 1_000, ZoneOffset.UTC), Long.parseLong(text.group(2)));
            }
        } catch (IllegalArgumentException e) {
            throw TenonException.unreadable("this is no cursor of a timeline");
        }
        throw TenonException.unreadable("this is no cursor of a timeline");
    }
}
