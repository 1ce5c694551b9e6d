package org.tenon.identity.organisation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.record.BaseRecord;
import org.tenon.sdk.record.Field;
import org.tenon.sdk.record.FieldType;
import org.tenon.sdk.record.RecordType;

/** A part of the organisation. Departments form a tree, which data scopes go by. */
@RecordType(area = "identity", name = "department", plural = "departments", title = "name", defaultSort = "order",
        related = {"identity.department#parentId", "identity.member#departmentIds"})
@Entity
@Table(name = "identity_department")
public class Department extends BaseRecord {

    @Field(list = 1, search = 3, required = true, max = 100)
    private @Nullable String name;

    @Field(list = 2, filter = true, duplicateKey = true, max = 32)
    private @Nullable String code;

    @Field(list = 3, filter = true, reference = "identity.department")
    @Column(name = "parent_id")
    private @Nullable Long parentId;

    @Field(list = 4, filter = true, type = FieldType.MEMBER)
    @Column(name = "head_id")
    private @Nullable Long headId;

    /** Place among its neighbours, ascending. */
    @Field(list = 5, sort = true, min = 0, max = 99_999)
    @Column(name = "sort_order")
    private @Nullable Long order;

    @Nullable Long parentId() {
        return parentId;
    }

    void placeLast() {
        if (order == null) {
            order = 1000L;
        }
    }
}
