package org.tenon.records.model;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.record.FieldInfo;
import org.tenon.sdk.record.FieldType;

/** The fields every record has from the platform. */
final class CommonFields {

    private CommonFields() {
    }

    static List<FieldModel> of(String type, boolean owned) {
        List<FieldModel> fields = new ArrayList<>();
        fields.add(common("id", FieldType.REFERENCE, Long.class, "id", type, true, false, false));
        if (owned) {
            fields.add(common("ownerId", FieldType.MEMBER, Long.class, "owner_id", null, false, true, false));
            fields.add(common("departmentId", FieldType.DEPARTMENT, Long.class, "department_id", null, false, true, false));
        }
        fields.add(common("createdAt", FieldType.DATE_TIME, LocalDateTime.class, "created_at", null, true, true, true));
        fields.add(common("createdBy", FieldType.MEMBER, Long.class, "created_by", null, true, true, false));
        fields.add(common("updatedAt", FieldType.DATE_TIME, LocalDateTime.class, "updated_at", null, true, true, true));
        fields.add(common("updatedBy", FieldType.MEMBER, Long.class, "updated_by", null, true, true, false));
        fields.add(common("deletedAt", FieldType.DATE_TIME, LocalDateTime.class, "deleted_at", null, true, false, false));
        return fields;
    }

    private static FieldModel common(String name, FieldType type, Class<?> javaType, String column, @Nullable String reference,
                                     boolean readOnly, boolean filter, boolean sort) {
        return new FieldModel(new FieldInfo(name, type, column, false, readOnly, 0, Long.MIN_VALUE, null, reference, 0, filter, sort, 0,
                false, false, null, true), javaType);
    }
}
