package org.tenon.records.query;

import java.util.function.Function;
import org.tenon.records.policy.FieldLevel;
import org.tenon.records.policy.TypeAccess;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.conditions.Condition;
import org.tenon.sdk.conditions.Condition.Through;
import org.tenon.sdk.record.FieldInfo;
import org.tenon.sdk.record.TypeInfo;

/** Keeps callers from asking about values they may not see: by filter, order, group or start of the title. */
final class Guard {

    private Guard() {
    }

    /**
     * @param accesses what the caller may do with the types referred to
     * @throws TenonException INVALID, naming the field: as unknown if it is hidden, as masked if it is masked
     */
    static void check(TypeAccess access, Condition condition, Function<TypeInfo, TypeAccess> accesses) {
        check(access, condition, "");
        for (Through through : condition.references()) {
            check(accesses.apply(through.type()), through.part(), through.field().name() + ".");
        }
    }

    private static void check(TypeAccess access, Condition condition, String path) {
        for (String name : condition.fields()) {
            access.type().field(name).filter(field -> !access.level(field).clear()).ifPresent(field -> {
                throw refusal(access, field, path);
            });
        }
    }

    static void check(TypeAccess access, FieldInfo field) {
        if (!access.level(field).clear()) {
            throw refusal(access, field);
        }
    }

    static TenonException refusal(TypeAccess access, FieldInfo field) {
        return refusal(access, field, "");
    }

    private static TenonException refusal(TypeAccess access, FieldInfo field, String path) {
        String name = path + field.name();
        return access.level(field) == FieldLevel.HIDDEN
                ? TenonException.invalid(name, "unknownField", "there is no field " + name)
                : TenonException.invalid(name, "masked", name + " is masked for you: neither filter nor order can use it");
    }
}
