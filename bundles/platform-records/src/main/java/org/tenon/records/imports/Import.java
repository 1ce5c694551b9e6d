package org.tenon.records.imports;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.tenon.records.imports.file.Look;

/**
 * A file on its way into records.
 *
 * @param fileId     null once all of it is in
 * @param jobId      the job of its present phase
 * @param remembered whether its options come from an import before with the same headers
 * @param createdAt  UTC
 * @param endedAt    UTC, when its rows were all stored
 * @param purgedAt   UTC, when its rows were given up, and the way back with them
 */
record Import(long id, String type, long memberId, @Nullable Long fileId, String fileName, Phase phase, @Nullable Long jobId, ImportOptions options,
              Look look, boolean remembered, Counts counts, LocalDateTime createdAt, @Nullable LocalDateTime endedAt, @Nullable LocalDateTime purgedAt) {

    /** The same once the job of its phase is through. */
    Import ended(Phase now, @Nullable Long file, @Nullable LocalDateTime at) {
        return new Import(id, type, memberId, file, fileName, now, jobId, options, look, remembered, counts, createdAt, at, purgedAt);
    }

    /** The same once its rows are given up. */
    Import purged(LocalDateTime at) {
        return new Import(id, type, memberId, fileId, fileName, phase, jobId, options, look, remembered, counts, createdAt, endedAt, at);
    }

    /** What its job does or did. */
    enum Phase {
        /** Options are being chosen. */
        DRAFT,
        /** A dry run goes over the rows. */
        CHECK, CHECKED,
        /** The rows are stored. */
        RUN, DONE,
        /** What was stored is taken back. */
        UNDO, UNDONE;

        /** Whether rows may have been stored. */
        boolean stored() {
            return ordinal() >= RUN.ordinal();
        }
    }

    /** How many rows came to what. @param linked records made beside the rows' own */
    record Counts(long read, long created, long updated, long unchanged, long skipped, long refused, long linked, long undone, long kept) {

        static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0);

        Counts with(Iterable<Outcome> outcomes) {
            long[] by = new long[Outcome.Kind.values().length];
            long rows = 0;
            long more = 0;
            for (Outcome outcome : outcomes) {
                rows++;
                by[outcome.kind().ordinal()]++;
                more += outcome.records().stream().skip(1).filter(record -> record.write() == org.tenon.records.write.Checked.Write.CREATE).count();
            }
            return new Counts(read + rows, created + by[0], updated + by[1], unchanged + by[2], skipped + by[3], refused + by[4], linked + more, undone, kept);
        }

        Counts takenBack(long moreUndone, long moreKept) {
            return new Counts(read, created, updated, unchanged, skipped, refused, linked, undone + moreUndone, kept + moreKept);
        }
    }
}
