package org.tenon.records.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tenon.records.merge.MergeTable.Move;
import org.tenon.sdk.file.FileStore;
import org.tenon.sdk.file.StoredFile;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordRef;

/** Hands the files of merged records over to the survivor, and back. A record has at most 1,000. */
final class FileMoves {

    static final String FIELD = "#file";

    private FileMoves() {
    }

    /** @param files null where no files are kept at all @param staying those that remain */
    static List<Move> move(@Nullable FileStore files, String type, long from, long to, Set<RecordId> staying) {
        List<Move> moved = new ArrayList<>();
        if (files != null) {
            RecordRef owner = new RecordRef(type, from);
            for (StoredFile file : files.of(owner)) {
                if (!staying.contains(file.id()) && files.move(file.id(), owner, new RecordRef(type, to))) {
                    moved.add(new Move(MergeTable.nextId(), type, file.id().value(), FIELD, from, false));
                }
            }
        }
        return moved;
    }

    /** Back to the record it belonged to, if the survivor still has it. */
    static void back(@Nullable FileStore files, Move move, long survivor) {
        if (files != null) {
            files.move(new RecordId(move.record()), new RecordRef(move.type(), survivor), new RecordRef(move.type(), move.from()));
        }
    }
}
