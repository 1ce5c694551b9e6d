package org.tenon.records.write;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tenon.records.log.FieldChange;
import org.tenon.records.model.RecordModel;
import org.tenon.sdk.FieldError;
import org.tenon.sdk.record.RecordId;

/** What {@link RecordBatches} found out about one record: it passed every check and is not stored yet, or what was wrong with it. */
public final class Checked {

    /** What is to become of it. */
    public enum Write { CREATE, UPDATE, DELETE, RESTORE }

    private final @Nullable Draft draft;
    private final Write write;
    private final List<FieldError> errors;
    private final boolean tainted;
    private final int before;

    private Checked(@Nullable Draft draft, Write write, List<FieldError> errors, boolean tainted) {
        this.draft = draft;
        this.write = write;
        this.errors = List.copyOf(errors);
        this.tainted = tainted;
        this.before = draft == null ? 0 : draft.item().version();
    }

    static Checked passed(Draft draft, Write write) {
        return new Checked(draft, write, List.of(), false);
    }

    static Checked refused(Write write, List<FieldError> errors, boolean tainted) {
        return new Checked(null, write, errors, tainted);
    }

    /** True for a refused record that left traces in the transaction, or whose rules may have: it must not be committed. */
    public boolean tainted() {
        return tainted;
    }

    /** Empty if it passed. */
    public List<FieldError> errors() {
        return errors;
    }

    public Write write() {
        return write;
    }

    /** @throws IllegalStateException if it was refused */
    public RecordId id() {
        return new RecordId(draft().item().id());
    }

    public RecordModel model() {
        return draft().model();
    }

    /** The version before it was written; 0 for a new record. */
    public int before() {
        return write == Write.CREATE ? 0 : before;
    }

    /** The present version: once stored, and everything that followed from it, the one it was given. */
    public int version() {
        return draft().item().version();
    }

    /** What changes, in JSON form, in the order of the fields; of a new record everything that is not empty. */
    public List<FieldChange> changes() {
        return draft().changes();
    }

    Draft draft() {
        if (draft == null) {
            throw new IllegalStateException("refused: " + errors);
        }
        return draft;
    }
}
