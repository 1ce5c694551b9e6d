package org.tenon.records.attachments;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.records.model.FieldModel;
import org.tenon.records.query.RecordReader;
import org.tenon.records.write.LivingRecords.Living;
import org.tenon.records.write.LivingRecords;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.file.FileStore;
import org.tenon.sdk.file.StoredFile;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.FieldType;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordRef;
import org.tenon.sdk.tx.Tx;

/**
 * Files of records. Whoever may read the record sees them, whoever may change it adds and removes them; both stand in its history. Safe for all
 * threads.
 */
@Component(service = Attachments.class)
public final class Attachments {

    /** As many as one record may have. */
    static final int MOST = 500;

    private final FileStore files;
    private final LivingRecords records;
    private final RecordReader reader;
    private final Tx tx;

    @Activate
    public Attachments(@Reference FileStore files, @Reference LivingRecords records, @Reference RecordReader reader, @Reference Tx tx) {
        this.files = files;
        this.records = records;
        this.reader = reader;
        this.tx = tx;
    }

    /** Newest first, without those that stand in a field: they go by the rights on the field. The caller has made sure that the record may be read. */
    public List<StoredFile> of(Living record) {
        Set<String> inFields = inFields(record);
        return files.of(new RecordRef(record.type(), record.id())).stream().filter(file -> !inFields.contains(file.id().toString())).toList();
    }

    private Set<String> inFields(Living record) {
        List<FieldModel> fields = record.model().fields().values().stream().filter(field -> field.type() == FieldType.FILES).toList();
        if (fields.isEmpty()) {
            return Set.of();
        }
        Map<String, Object> whole = Caller.current().unlimited().run(() -> reader.view(record.model(), new RecordId(record.id()))).json();
        Set<String> ids = new HashSet<>();
        for (FieldModel field : fields) {
            if (whole.get(field.name()) instanceof List<?> named) {
                named.forEach(id -> ids.add(String.valueOf(id)));
            }
        }
        return ids;
    }

    /** Gives a file that the caller has brought to a record. @throws TenonException NOT_FOUND, FORBIDDEN, CONFLICT */
    public StoredFile add(String type, RecordId target, RecordId id) {
        return tx.required(() -> {
            Living record = records.get(type, target);
            records.require(record, "update");
            StoredFile file = files.find(id).filter(found -> found.memberId() == Caller.current().memberId())
                    .orElseThrow(() -> TenonException.invalid("file", "reference", "you brought no file " + id));
            if (of(record).size() >= MOST) {
                throw TenonException.conflict("a record has at most " + MOST + " files");
            }
            boolean there = file.owner() != null;
            StoredFile attached = files.attach(id, new RecordRef(record.type(), record.id()));
            if (!there) {
                records.note(record, "attach", "_file", null, written(attached));
            }
            return attached;
        });
    }

    /** @throws TenonException NOT_FOUND, FORBIDDEN */
    public void remove(String type, RecordId target, RecordId id) {
        tx.run(() -> {
            Living record = records.get(type, target);
            records.require(record, "update");
            RecordRef owner = new RecordRef(record.type(), record.id());
            StoredFile file = files.find(id).filter(found -> owner.equals(found.owner()) && !inFields(record).contains(id.toString()))
                    .orElseThrow(() -> TenonException.notFound("no file " + id + " on this " + type));
            files.remove(id);
            records.note(record, "detach", "_file", written(file), null);
        });
    }

    boolean manages(Living record) {
        return !record.stored().deleted() && records.may(Caller.current(), record, "update");
    }

    private static Map<String, Object> written(StoredFile file) {
        return Map.of("id", file.id().toString(), "name", file.name(), "size", file.size());
    }
}
