package org.tenon.persistence.unit;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;

/** Finds all classes a unit must name: the entities, and the superclasses and embeddables they use, the SDK's among them. */
final class ManagedClasses {

    private ManagedClasses() {
    }

    /** All of them, initialised: OpenJPA learns of an enhanced class when it is, and must do so before the unit is used, not after it is closed. */
    static Set<Class<?>> of(Collection<Class<?>> entities) {
        Set<Class<?>> found = new LinkedHashSet<>();
        Deque<Class<?>> todo = new ArrayDeque<>(entities);
        while (!todo.isEmpty()) {
            Class<?> next = todo.poll();
            if (!found.add(next)) {
                continue;
            }
            initialise(next);
            Class<?> parent = next.getSuperclass();
            if (parent != null && (parent.isAnnotationPresent(MappedSuperclass.class) || parent.isAnnotationPresent(Entity.class))) {
                todo.add(parent);
            }
            for (Field field : next.getDeclaredFields()) {
                addEmbeddable(field.getType(), todo);
                if (field.getGenericType() instanceof ParameterizedType generic) {
                    for (Type argument : generic.getActualTypeArguments()) {
                        addEmbeddable(argument, todo);
                    }
                }
            }
        }
        return found;
    }

    private static void addEmbeddable(Type type, Deque<Class<?>> todo) {
        if (type instanceof Class<?> candidate && candidate.isAnnotationPresent(Embeddable.class)) {
            todo.add(candidate);
        }
    }

    private static void initialise(Class<?> type) {
        try {
            Class.forName(type.getName(), true, type.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(type + " is not seen by its own loader", e);
        }
    }
}
