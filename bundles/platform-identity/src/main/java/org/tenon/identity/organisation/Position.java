package org.tenon.identity.organisation;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.record.BaseRecord;
import org.tenon.sdk.record.Field;
import org.tenon.sdk.record.RecordType;

/** What a member is employed as. Says nothing about permissions: roles do. */
@RecordType(area = "identity", name = "position", plural = "positions", title = "name", defaultSort = "-level",
        related = {"identity.member#positionId"})
@Entity
@Table(name = "identity_position")
public class Position extends BaseRecord {

    @Field(list = 1, search = 3, duplicateKey = true, required = true, max = 100)
    private @Nullable String name;

    /** The higher the more senior. */
    @Field(list = 2, sort = true, filter = true, min = 0, max = 99)
    private @Nullable Long level;
}
