package org.tenon.records.query;

import org.tenon.records.policy.FieldLevel;
import org.tenon.records.policy.TypeAccess;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.conditions.Condition;
import org.tenon.sdk.record.FieldInfo;

/** Keeps callers from asking about values they may not see: by filter, order or start of the title. */
final class Guard {

    private Guard() {
    }

    /** @throws TenonException INVALID, naming the field: as unknown if it is hidden, as masked if it is masked */
    static void check(TypeAccess access, Condition condition) {
        for (String name : condition.fields()) {
            access.type().field(name).ifPresent(field -> check(access, field));
        }
    }

    static void check(TypeAccess access, FieldInfo field) {
        if (!access.level(field).clear()) {
            throw refusal(access, field);
        }
    }

    static TenonException refusal(TypeAccess access, FieldInfo field) {
        return access.level(field) == FieldLevel.HIDDEN
                ? TenonException.invalid(field.name(), "unknownField", "there is no field " + field.name())
                : TenonException.invalid(field.name(), "masked", field.name() + " is masked for you: neither filter nor order can use it");
    }
}
