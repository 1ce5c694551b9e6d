package org.tenon.identity.organisation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.record.BaseRecord;
import org.tenon.sdk.record.Field;
import org.tenon.sdk.record.RecordType;

/**
 * What holds for everybody's data permissions, beside what roles allow. A record so that it has a form, a history, and reaches every node; there
 * is the one of the first migration and no other.
 */
@RecordType(area = "identity", name = "accessPolicy", plural = "access-policies", title = "name", defaultSort = "name")
@Entity
@Table(name = "identity_access_policy")
public class AccessPolicy extends BaseRecord {

    /** The one there is. */
    public static final long ID = 1;

    @Field(list = 1, required = true, max = 100)
    private @Nullable String name;

    /** Whether a superior reads what those below them own. */
    @Field(list = 2)
    @Column(name = "superiors_read")
    private @Nullable Boolean superiorsRead;

    /** Who reads records that belong to neither a member nor a department. */
    @Field(list = 3, dictionary = "identity.unowned", required = true)
    private @Nullable String unowned;
}
