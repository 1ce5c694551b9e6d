package org.tenon.records.comments;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.tenon.records.write.LivingRecords.Living;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.file.FileStore;
import org.tenon.sdk.file.StoredFile;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordRef;

/** Files said with comments. They belong to the comment's record, so that whoever may read it has them, and go with the comment. Safe for all threads. */
final class CommentFiles {

    /** With one comment. */
    static final int MOST = 10;

    private final Supplier<Optional<FileStore>> files;

    CommentFiles(Supplier<Optional<FileStore>> files) {
        this.files = files;
    }

    /** Gives the caller's own uploads to the record. @throws TenonException INVALID for anything else, UNAVAILABLE where no files are kept */
    void attach(Living record, List<RecordId> ids) {
        if (ids.isEmpty()) {
            return;
        }
        if (ids.size() > MOST) {
            throw TenonException.invalid("files", "tooMany", "at most " + MOST + " files with one comment");
        }
        FileStore store = files.get().orElseThrow(() -> new TenonException(Kind.UNAVAILABLE, "no files are kept now"));
        for (RecordId id : ids) {
            store.find(id).filter(file -> file.owner() == null && file.memberId() == Caller.current().memberId())
                    .orElseThrow(() -> TenonException.invalid("files", "reference", "you brought no file " + id));
        }
        ids.forEach(id -> store.attach(id, new RecordRef(record.type(), record.id())));
    }

    /** Those of a comment that its record still has. */
    List<StoredFile> of(Comment comment) {
        RecordRef owner = new RecordRef(comment.type(), comment.target());
        return files.get().map(store -> comment.files().stream().map(RecordId::of).map(store::find).flatMap(Optional::stream)
                .filter(file -> owner.equals(file.owner())).toList()).orElse(List.of());
    }

    void remove(Comment comment) {
        of(comment).forEach(file -> files.get().ifPresent(store -> store.remove(file.id())));
    }
}
