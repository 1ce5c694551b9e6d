package org.tenon.web.access;

import java.lang.reflect.Method;
import java.util.Optional;
import org.tenon.sdk.rest.Permission;
import org.tenon.sdk.rest.Public;

/** What a resource method asks of its caller. */
public sealed interface Need {

    /** As the annotation has it; {@code public} for {@link Anyone}. */
    String word();

    /** Nobody need be signed in. */
    record Anyone(String why) implements Need {

        @Override
        public String word() {
            return "public";
        }
    }

    /** Any signed-in member; what they may do the record policy decides, or nothing needs deciding. */
    record Member(String word) implements Need {
    }

    /** A permission that belongs to no record type. */
    record Function(String word) implements Need {
    }

    /** A grant for an action on a record type. */
    record Grant(String type, String action) implements Need {

        @Override
        public String word() {
            return type + ":" + action;
        }
    }

    /**
     * The method's own annotation, else that of the class it was found on or the nearest one above it, up to the class that declares it:
     * an action added by a subclass does not inherit the permission of {@code RecordResource}'s calls.
     *
     * @param resource the class of the resource
     * @return empty if neither says anything
     */
    static Optional<Need> of(Method method, Class<?> resource) {
        Public open = method.getAnnotation(Public.class);
        if (open != null) {
            return Optional.of(new Anyone(open.value()));
        }
        Permission permission = method.getAnnotation(Permission.class);
        for (Class<?> at = resource; permission == null && at != null; at = at.getSuperclass()) {
            permission = at.getAnnotation(Permission.class);
            if (at == method.getDeclaringClass()) {
                break;
            }
        }
        return Optional.ofNullable(permission).map(Permission::value).map(Need::of);
    }

    /** @param permission as {@link Permission#value()} has it; record types have a dot in their names, functions none */
    static Need of(String permission) {
        if (permission.equals(Permission.MEMBER) || permission.equals(Permission.RECORD)) {
            return new Member(permission);
        }
        int colon = permission.lastIndexOf(':');
        boolean ofType = colon > 0 && permission.lastIndexOf('.', colon) > 0;
        return ofType ? new Grant(permission.substring(0, colon), permission.substring(colon + 1)) : new Function(permission);
    }
}
