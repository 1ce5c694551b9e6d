package org.tenon.files;

import java.util.List;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.file.StoredFile;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordRef;
import org.tenon.sdk.record.Records;

/** Who may have a file: the member who brought it, and whoever may read the record it belongs to. */
final class FileAccess {

    private final Records records;

    FileAccess(Records records) {
        this.records = records;
    }

    boolean reads(Caller caller, StoredFile file) {
        return owns(caller, file) || file.owner() != null && readable(file.owner());
    }

    boolean owns(Caller caller, StoredFile file) {
        return caller.system() || file.memberId() == caller.memberId();
    }

    private boolean readable(RecordRef owner) {
        try {
            return !records.of(owner.type()).get(List.of(new RecordId(owner.target()))).isEmpty();
        } catch (TenonException e) {
            if (e.kind() == Kind.NOT_FOUND || e.kind() == Kind.FORBIDDEN) {
                return false;
            }
            throw e;
        }
    }
}
