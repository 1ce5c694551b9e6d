package org.tenon.records.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tenon.records.model.FieldModel;
import org.tenon.records.model.RecordModel;
import org.tenon.records.policy.Row;
import org.tenon.records.policy.TypeAccess;
import org.tenon.sdk.file.FileStore;
import org.tenon.sdk.file.StoredFile;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.FieldType;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordRef;

/** The files that fields of records name: uploads of the caller's own, which belong to the record from its saving on. */
final class OwnFiles {

    private final Writing writing;

    OwnFiles(Writing writing) {
        this.writing = writing;
    }

    /** Whether the caller may name the file: it is their own upload, or belongs to a record they may read and stands in no field they may not see. */
    boolean usable(long id) {
        Caller caller = Caller.current();
        return writing.files().get().flatMap((FileStore files) -> files.find(new RecordId(id)))
                .filter(file -> file.owner() == null ? caller.system() || file.memberId() == caller.memberId() : readable(caller, file.owner(), new RecordId(id)))
                .isPresent();
    }

    private boolean readable(Caller caller, RecordRef owner, RecordId file) {
        RecordModel model = writing.models().find(owner.type()).orElse(null);
        return model != null && new Rows(writing.db()).peek(model, owner.target())
                .filter(stored -> writing.policy().allows(caller, model.info(), "read", stored.row()))
                .filter(stored -> !concealed(caller, model, new RecordId(owner.target()), file)).isPresent();
    }

    /** Whether the file stands in a field of its record that the caller may not see. */
    private boolean concealed(Caller caller, RecordModel model, RecordId record, RecordId file) {
        TypeAccess access = writing.policy().access(caller, model.info());
        List<FieldModel> dark = model.fields().values().stream().filter(field -> field.type() == FieldType.FILES && !access.level(field.info()).clear()).toList();
        if (dark.isEmpty()) {
            return false;
        }
        Map<String, Object> whole = caller.unlimited().run(() -> writing.reader().view(model, record)).json();
        return dark.stream().anyMatch(field -> whole.get(field.name()) instanceof List<?> named && named.contains(file.toString()));
    }

    /** Gives files that fields name and nobody has yet to their records. */
    void attach(List<Draft> drafts) {
        for (Draft draft : drafts) {
            for (String name : draft.fields()) {
                FieldModel field = draft.model().require(name);
                if (field.type() == FieldType.FILES) {
                    ids(draft.get(name)).forEach(id -> attach(draft, id));
                }
            }
        }
    }

    private void attach(Draft draft, RecordId id) {
        Optional<FileStore> files = writing.files().get();
        Optional<StoredFile> file = files.flatMap(store -> store.find(id));
        if (files.isPresent() && file.isPresent() && file.get().owner() == null) {
            files.get().attach(id, new RecordRef(draft.model().name(), Row.of(draft.item()).id()));
        }
    }

    private static List<RecordId> ids(@Nullable Object attribute) {
        List<RecordId> ids = new ArrayList<>();
        if (attribute != null) {
            Attributes.list((String) attribute).forEach(id -> ids.add(RecordId.of(String.valueOf(id))));
        }
        return ids;
    }
}
