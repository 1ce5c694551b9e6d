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
 */
record Import(long id, String type, long memberId, @Nullable Long fileId, String fileName, Phase phase, @Nullable Long jobId, ImportOptions options,
              Look look, boolean remembered, Counts counts, LocalDateTime createdAt, @Nullable LocalDateTime endedAt) {

    /** What its job does or did. */
    enum Phase {
        /** Options are being chosen. */
        DRAFT,
        /** A dry run goes over the rows. */
        CHECK, CHECKED,
        /** The rows are stored. */
        RUN, DONE,
        /** What was stored is taken back. */
        UNDO, UNDONE
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
