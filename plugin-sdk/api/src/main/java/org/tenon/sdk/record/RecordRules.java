package org.tenon.sdk.record;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * What an area demands of its records. Called inside the write's transaction, after the values are set and before they are stored, whatever
 * way the write came: form, REST, import, another area. May read and write other records; must have no effect outside the database.
 * Throwing refuses the write.
 *
 * @param <R> the entity class
 */
@ConsumerType
public interface RecordRules<R extends BaseRecord> {

    Class<R> type();

    /** Fills in what follows from other fields; runs before {@link #validate}. */
    default void derive(R item, Changes changes) {
    }

    /** Refuses what is wrong. */
    default void validate(R item, Changes changes, Problems problems) {
    }

    default void beforeCreate(R item) {
    }

    default void beforeUpdate(R item, Changes changes) {
    }

    default void beforeDelete(R item) {
    }

    /** After the write, flushed, in the same transaction. */
    default void written(R item, Changes changes) {
    }
}
