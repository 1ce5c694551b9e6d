package org.tenon.records.model;

import java.util.List;

/** Adds fields to record types at run time. Answers from memory. Safe for all threads. */
public interface ModelExtension {

    /** Adds nothing. */
    ModelExtension NONE = new ModelExtension() {
        @Override
        public List<FieldModel> fields(RecordModel declared) {
            return List.of();
        }

        @Override
        public void onChange(Runnable action) {
            // nothing ever changes
        }
    };

    /** Fields for the type beside those it declares, in order. */
    List<FieldModel> fields(RecordModel declared);

    /** Runs the action whenever {@link #fields} answers otherwise than before, on the thread that changed it. */
    void onChange(Runnable action);
}
