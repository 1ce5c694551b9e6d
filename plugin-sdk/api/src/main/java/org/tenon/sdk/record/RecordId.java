package org.tenon.sdk.record;

import com.github.f4b6a3.tsid.Tsid;
import com.github.f4b6a3.tsid.TsidCreator;
import org.tenon.sdk.TenonException;

/**
 * A record's id as it stands in URLs: 13 characters of Crockford's base 32.
 *
 * @param value the 64-bit number, time-sorted (TSID: 42 bits of milliseconds, then node and counter)
 */
public record RecordId(long value) {

    /** An id nobody had before. Safe for all threads. */
    public static RecordId next() {
        return new RecordId(TsidCreator.getTsid().toLong());
    }

    /** Reads the 13-character form, in either case. @throws TenonException NOT_FOUND for anything else, as no such record can exist */
    public static RecordId of(String text) {
        if (!Tsid.isValid(text)) {
            throw TenonException.notFound("no record has the id " + text);
        }
        return new RecordId(Tsid.from(text).toLong());
    }

    /** For JAX-RS. */
    public static RecordId fromString(String text) {
        return of(text);
    }

    /** The 13-character form of a number. */
    public static String text(long value) {
        return Tsid.from(value).toString();
    }

    @Override
    public String toString() {
        return text(value);
    }
}
