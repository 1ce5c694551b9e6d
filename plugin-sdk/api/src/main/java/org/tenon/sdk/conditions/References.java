package org.tenon.sdk.conditions;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tenon.sdk.FieldError;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.conditions.Condition.Empty;
import org.tenon.sdk.conditions.Condition.Not;
import org.tenon.sdk.conditions.Condition.Through;
import org.tenon.sdk.record.FieldInfo;
import org.tenon.sdk.record.TypeInfo;

/** Tests of a field of the record that another field refers to: one step. What is not there is empty. */
final class References {

    private References() {
    }

    /** @param test makes the test of the field at the end of the path */
    static Condition test(String path, FieldInfo first, Function<String, Optional<TypeInfo>> types, Function<FieldInfo, Condition> test) {
        TypeInfo type = target(first).flatMap(types).orElseThrow(() -> ConditionParser.unknown(path));
        FieldInfo field = type.field(path.substring(first.name().length() + 1)).orElseThrow(() -> ConditionParser.unknown(path));
        try {
            return through(first, type, test.apply(field));
        } catch (TenonException e) {
            List<FieldError> named = e.errors().stream()
                    .map(error -> error.field().equals(field.name()) ? new FieldError(path, error.code(), error.message()) : error).toList();
            throw new TenonException(e.kind(), path + ": " + e.getMessage(), named, Map.of(), e);
        }
    }

    private static Condition through(FieldInfo first, TypeInfo type, Condition test) {
        if (test instanceof Not not) {
            return new Not(through(first, type, not.part()));
        }
        return test instanceof Empty ? new Not(new Through(first, type, new Not(test))) : new Through(first, type, test);
    }

    private static Optional<String> target(FieldInfo field) {
        return switch (field.type()) {
            case MEMBER -> Optional.of("identity.member");
            case DEPARTMENT -> Optional.of("identity.department");
            case REFERENCE -> field.name().equals("id") ? Optional.empty() : Optional.ofNullable(field.reference());
            default -> Optional.empty();
        };
    }
}
