package org.tenon.sdk.record;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The columns every record has. The record engine writes them; {@code ${record}} in an area's migration creates them.
 * Values of managed records are read and written through the engine, never by reflection.
 */
@MappedSuperclass
public abstract class BaseRecord {

    @Id
    private long id;

    @Version
    private int version;

    @Column(name = "created_at")
    private @Nullable LocalDateTime createdAt;

    @Column(name = "created_by")
    private @Nullable Long createdBy;

    @Column(name = "updated_at")
    private @Nullable LocalDateTime updatedAt;

    @Column(name = "updated_by")
    private @Nullable Long updatedBy;

    @Column(name = "deleted_at")
    private @Nullable LocalDateTime deletedAt;

    @Column(name = "deleted_by")
    private @Nullable Long deletedBy;

    /** 0 while the record lives, its id once deleted: part of unique constraints, so that a name is free again after deletion. */
    @Column(name = "deleted_token")
    private long deletedToken;

    /** The title by sound: sorts Chinese names among others. */
    @Column(name = "title_key")
    private @Nullable String titleKey;

    /** The title folded (case, width, Traditional/Simplified): matches what people type. */
    @Column(name = "title_fold")
    private @Nullable String titleFold;

    /** Values of custom fields as a JSON object; null for none. */
    @Column(name = "custom_values")
    private @Nullable String customValues;

    /** Time-sorted 64-bit number, never 0 for a stored record. */
    public final long id() {
        return id;
    }

    /** 1 for a new record, one more with each change. */
    public final int version() {
        return version;
    }

    /** UTC. */
    public final @Nullable LocalDateTime createdAt() {
        return createdAt;
    }

    /** UTC. */
    public final @Nullable LocalDateTime updatedAt() {
        return updatedAt;
    }

    /** True in the recycle bin. */
    public final boolean deleted() {
        return deletedToken != 0;
    }
}
