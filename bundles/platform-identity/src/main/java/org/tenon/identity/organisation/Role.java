package org.tenon.identity.organisation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.record.BaseRecord;
import org.tenon.sdk.record.Field;
import org.tenon.sdk.record.FieldType;
import org.tenon.sdk.record.RecordType;

/** A bundle of permissions that members are given. What it allows lies in tables of its own, edited by {@code …/grants}. */
@RecordType(area = "identity", name = "role", plural = "roles", title = "name", defaultSort = "name",
        related = {"identity.member#roleIds"})
@Entity
@Table(name = "identity_role")
public class Role extends BaseRecord {

    @Field(list = 1, search = 3, required = true, max = 100)
    private @Nullable String name;

    @Field(list = 2, type = FieldType.LONG_TEXT, max = 500)
    private @Nullable String description;

    /** May do everything. Given once, at the first start. */
    @Field(list = 3, readOnly = true)
    private @Nullable Boolean administrator;

    /** Rises with each change of the grants, so that these are in the role's history and reach every node. */
    @Field(readOnly = true)
    @Column(name = "grants_version")
    private @Nullable Integer grantsVersion;

    /** Null while a write that lacks one is being refused. */
    @Nullable String name() {
        return name;
    }

    public boolean administrator() {
        return Boolean.TRUE.equals(administrator);
    }

    /** From now on whoever has this role may do everything. */
    public void makeAdministrator() {
        administrator = true;
    }

    /** 0 before the first change. */
    public int grantsVersion() {
        return grantsVersion == null ? 0 : grantsVersion;
    }

    /** Notes that the grants were changed. */
    public void grantsChanged() {
        grantsVersion = grantsVersion() + 1;
    }
}
