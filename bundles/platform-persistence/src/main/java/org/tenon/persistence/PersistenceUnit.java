package org.tenon.persistence;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The entities of one area. A service with property {@link #AREA}, registered once the area's migrations have run, for every area that has
 * entities or migrations. Safe for all threads.
 */
@ProviderType
public interface PersistenceUnit {

    /** Service property: the area's name. */
    String AREA = "tenon.area";

    String area();

    /** The {@code @Entity} classes of the area's own; empty for an area with migrations only. */
    List<Class<?>> entities();

    /** Sees the entities and the area's resources. */
    ClassLoader loader();

    /**
     * The entity manager of the thread's transaction, the same at each call within it: flushed before the commit and before every SQL read,
     * closed after. Callers neither close it nor use its transaction.
     *
     * @throws IllegalStateException                 outside a transaction
     * @throws org.tenon.sdk.TenonException          UNAVAILABLE when the area is going away
     * @throws UnsupportedOperationException         if the area has no entities
     */
    EntityManager entityManager();
}
