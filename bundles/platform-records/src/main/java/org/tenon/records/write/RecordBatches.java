package org.tenon.records.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tenon.records.model.RecordModel;
import org.tenon.sdk.FieldError;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.RecordId;

/**
 * Creates many records with few statements: each is checked for itself, then all that passed are stored together. For one thread and one
 * transaction; whoever uses it keeps both.
 */
public final class RecordBatches {

    /** What a record is refused for; anything else ends the whole. */
    private static final Set<Kind> REFUSALS = Set.of(Kind.INVALID, Kind.CONFLICT, Kind.FORBIDDEN, Kind.NOT_FOUND);

    private final Writing writing;
    private final RecordEngine engine;
    private final Storing storing;
    private final Filling filling;
    private final BatchReferences references;

    RecordBatches(Writing writing, RecordEngine engine) {
        this.writing = writing;
        this.engine = engine;
        this.storing = new Storing(writing);
        this.references = new BatchReferences(new VisibleReferences(writing.models(), writing.policy(), new Rows(writing.db())));
        this.filling = new Filling(writing, references);
    }

    /** A record that passed every check and is not stored yet, or what was wrong with it. */
    public static final class Checked {

        private final @Nullable Draft draft;
        private final List<FieldError> errors;
        private final boolean tainted;

        private Checked(@Nullable Draft draft, List<FieldError> errors, boolean tainted) {
            this.draft = draft;
            this.errors = List.copyOf(errors);
            this.tainted = tainted;
        }

        /** True for a refused record whose rules may have written before they refused it: the transaction must not be committed. */
        public boolean tainted() {
            return tainted;
        }

        /** Empty if it passed. */
        public List<FieldError> errors() {
            return errors;
        }

        /** @throws IllegalStateException if it was refused */
        public RecordId id() {
            return new RecordId(passed().item().id());
        }

        private Draft passed() {
            if (draft == null) {
                throw new IllegalStateException("refused: " + errors);
            }
            return draft;
        }
    }

    /** Collects errors in the caller's language, for {@link #check}. */
    public Refusals refusals(RecordModel model) {
        return engine.refusals(model);
    }

    /**
     * Checks the values of a new record as {@code create} does, and its rules.
     *
     * @param refusals what was refused before, by whoever made the values
     * @throws TenonException of other kinds than INVALID, CONFLICT, FORBIDDEN and NOT_FOUND
     */
    public Checked check(RecordModel model, Map<String, ?> values, Refusals refusals) {
        long touches = writing.touches().count();
        try {
            Draft draft = engine.draft(model, values, filling, refusals);
            references.coming(model.name(), draft.item().id());
            return new Checked(draft, List.of(), false);
        } catch (TenonException e) {
            if (REFUSALS.contains(e.kind())) {
                boolean tainted = refusals.isEmpty() || refusals.thrown() || touches != writing.touches().count();
                return new Checked(null, e.errors().isEmpty() ? List.of(whole(e)) : e.errors(), tainted);
            }
            throw e;
        }
    }

    /** @throws TenonException FORBIDDEN or NOT_FOUND if the caller may create no record of the type at all */
    public void allowed(RecordModel model) {
        writing.policy().require(Caller.current(), model.info(), "create");
    }

    private static FieldError whole(TenonException refusal) {
        return new FieldError("", refusal.kind().name().toLowerCase(Locale.ROOT), String.valueOf(refusal.getMessage()));
    }

    /** Stores records that passed, in the present transaction. @throws TenonException CONFLICT if one of them breaks a UNIQUE constraint */
    public void store(List<Checked> records) {
        if (!records.isEmpty()) {
            storing.create(new ArrayList<>(records.stream().map(Checked::passed).toList()));
        }
    }

    /** Forgets records that were checked and not stored: nothing may refer to them any more. */
    public void forget() {
        references.forget();
    }
}
