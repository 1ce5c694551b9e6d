package org.tenon.persistence.unit;

import java.util.Set;
import org.apache.openjpa.jdbc.meta.MappingRepository;
import org.jspecify.annotations.Nullable;

/**
 * Knows the classes of its own unit only. OpenJPA's own repository collects every enhanced class of the process, which keeps the class loaders
 * of replaced bundles for ever. Made by OpenJPA by name; public for that.
 */
public final class ScopedRepository extends MappingRepository {

    private static final long serialVersionUID = 1L;

    /** What the unit being created on this thread consists of. */
    static final ThreadLocal<@Nullable Scope> CREATING = new ThreadLocal<>();

    /** @param names the unit's classes; they belong to it as its loader sees them */
    record Scope(ClassLoader loader, Set<String> names) {

        boolean has(Class<?> type) {
            if (!names.contains(type.getName())) {
                return false;
            }
            try {
                return loader.loadClass(type.getName()) == type;
            } catch (ClassNotFoundException e) {
                return false;
            }
        }
    }

    private final transient @Nullable Scope scope = CREATING.get();

    @Override
    public void register(Class<?> type) {
        // The superclass's constructor registers already, before the field is set.
        Scope mine = scope != null ? scope : CREATING.get();
        if (mine == null || mine.has(type)) {
            super.register(type);
        }
    }
}
