package org.tenon.records.write;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.openjpa.enhance.PCRegistry;
import org.apache.openjpa.enhance.PersistenceCapable;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.record.BaseRecord;

/**
 * Reads and writes the attributes of an entity class by name, through the accessors the enhancer put into it: lazy loading, dirty tracking and
 * versions work, for managed and new instances, without setters. Kept with the class itself, so that it goes when the class's loader goes.
 * Immutable.
 */
public final class Values {

    private record Attribute(Class<?> type, MethodHandle get, MethodHandle set) {
    }

    private static final ClassValue<Values> KNOWN = new ClassValue<>() {
        @Override
        protected Values computeValue(Class<?> entity) {
            return new Values(entity);
        }
    };

    private final MethodHandle constructor;
    private final Map<String, Attribute> attributes;

    private Values(Class<?> entity) {
        try {
            // The registry is filled by the class's static initialiser.
            Class.forName(entity.getName(), true, entity.getClassLoader());
            constructor = MethodHandles.privateLookupIn(entity, MethodHandles.lookup())
                    .findConstructor(entity, methodType(void.class)).asType(methodType(Object.class));
            attributes = attributes(entity);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(entity.getName() + " is not an enhanced entity with a constructor without arguments", e);
        }
    }

    public static Values of(Class<?> entity) {
        return KNOWN.get(entity);
    }

    /** Names of all persistent attributes, superclasses' first. */
    public Set<String> names() {
        return attributes.keySet();
    }

    public BaseRecord create() {
        try {
            return (BaseRecord) (Object) constructor.invokeExact();
        } catch (Throwable e) {
            throw unchecked(e);
        }
    }

    /** The attribute's value; loads it if it is lazy. */
    public @Nullable Object get(Object item, String name) {
        try {
            return (Object) attribute(name).get().invokeExact(item);
        } catch (Throwable e) {
            throw unchecked(e);
        }
    }

    /** @param value null is not for primitive attributes */
    public void set(Object item, String name, @Nullable Object value) {
        try {
            attribute(name).set().invokeExact(item, value);
        } catch (Throwable e) {
            throw unchecked(e);
        }
    }

    /** True for an attribute that cannot be empty. */
    public boolean primitive(String name) {
        return attribute(name).type().isPrimitive();
    }

    /** True if the managed instance differs from what is stored. */
    public static boolean dirty(Object item) {
        return ((PersistenceCapable) item).pcIsDirty();
    }

    private Attribute attribute(String name) {
        Attribute attribute = attributes.get(name);
        if (attribute == null) {
            throw new IllegalArgumentException("no persistent attribute " + name);
        }
        return attribute;
    }

    private static Map<String, Attribute> attributes(Class<?> entity) throws ReflectiveOperationException {
        Deque<Class<?>> chain = new ArrayDeque<>();
        for (Class<?> c = entity; c != null; c = PCRegistry.getPersistentSuperclass(c)) {
            chain.push(c);
        }
        Map<String, Attribute> found = new LinkedHashMap<>();
        for (Class<?> c : chain) {
            MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(c, MethodHandles.lookup());
            for (String name : PCRegistry.getFieldNames(c)) {
                Class<?> type = c.getDeclaredField(name).getType();
                MethodHandle get = lookup.findStatic(c, "pcGet" + name, methodType(type, c)).asType(methodType(Object.class, Object.class));
                MethodHandle set = lookup.findStatic(c, "pcSet" + name, methodType(void.class, c, type))
                        .asType(methodType(void.class, Object.class, Object.class));
                found.put(name, new Attribute(type, get, set));
            }
        }
        return found;
    }

    private static RuntimeException unchecked(Throwable thrown) {
        if (thrown instanceof RuntimeException failure) {
            return failure;
        }
        if (thrown instanceof Error error) {
            throw error;
        }
        return new IllegalStateException(thrown);
    }
}
