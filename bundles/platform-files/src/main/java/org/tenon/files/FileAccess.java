package org.tenon.files;

import java.util.List;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.file.StoredFile;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.FieldInfo;
import org.tenon.sdk.record.FieldType;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordRef;
import org.tenon.sdk.record.RecordStore;
import org.tenon.sdk.record.RecordView;
import org.tenon.sdk.record.Records;

/** Who may have a file: the member who brought it, and whoever may read the record it belongs to. */
final class FileAccess {

    private final Records records;

    FileAccess(Records records) {
        this.records = records;
    }

    boolean reads(Caller caller, StoredFile file) {
        return owns(caller, file) || file.owner() != null && readable(caller, file.owner(), file.id().toString());
    }

    boolean owns(Caller caller, StoredFile file) {
        return caller.system() || file.memberId() == caller.memberId();
    }

    /** A file that stands in a field is for those who see the field; any other file of a record for those who see the record. */
    private boolean readable(Caller caller, RecordRef owner, String file) {
        try {
            RecordStore<?> store = records.of(owner.type());
            List<RecordId> id = List.of(new RecordId(owner.target()));
            List<FieldInfo> fields = store.type().fields().stream().filter(field -> field.type() == FieldType.FILES).toList();
            List<RecordView> seen = store.get(id);
            if (seen.isEmpty() || fields.isEmpty()) {
                return !seen.isEmpty();
            }
            List<RecordView> whole = caller.unlimited().run(() -> store.get(id));
            return fields.stream().noneMatch(field -> whole.stream().anyMatch(view -> holds(view, field, file)) && !holds(seen.get(0), field, file));
        } catch (TenonException e) {
            if (e.kind() == Kind.NOT_FOUND || e.kind() == Kind.FORBIDDEN) {
                return false;
            }
            throw e;
        }
    }

    private static boolean holds(RecordView view, FieldInfo field, String file) {
        return view.json().get(field.name()) instanceof List<?> files && files.stream().anyMatch(each -> String.valueOf(each).contains(file));
    }
}
