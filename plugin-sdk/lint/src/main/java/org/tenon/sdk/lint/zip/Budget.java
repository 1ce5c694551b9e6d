package org.tenon.sdk.lint.zip;

import org.tenon.sdk.lint.text.Sentence;

/** How much an archive and the archives in it may unpack to, counted down as they are read: what is read twice counts twice. For one thread. */
public final class Budget {

    /** Bytes of an archive file as it lies on disk: 256 MiB. */
    public static final long FILE = 256L << 20;
    /** Bytes that may be read out of it: 2 GiB. */
    public static final long UNPACKED = 2L << 30;
    /** Entries of all zip files together. */
    public static final int ENTRIES = 60_000;
    /** A single entry may grow by this factor, once it is larger than {@link #SMALL}. */
    public static final int RATIO = 200;
    /** Bytes below which the factor does not matter: 1 MiB. */
    public static final long SMALL = 1L << 20;

    private long bytes;
    private int entries;

    public Budget(long bytes, int entries) {
        this.bytes = bytes;
        this.entries = entries;
    }

    /** The limits above. */
    public static Budget usual() {
        return new Budget(UNPACKED, ENTRIES);
    }

    void entries(int more) throws ArchiveException {
        entries -= more;
        if (entries < 0) {
            throw new ArchiveException(Sentence.of("lint.zip.tooMany"));
        }
    }

    void bytes(int more) throws ArchiveException {
        bytes -= more;
        if (bytes < 0) {
            throw new ArchiveException(Sentence.of("lint.zip.tooMuch"));
        }
    }
}
