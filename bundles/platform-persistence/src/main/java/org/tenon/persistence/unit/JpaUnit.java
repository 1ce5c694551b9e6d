package org.tenon.persistence.unit;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tenon.persistence.PersistenceUnit;
import org.tenon.persistence.tx.ThreadTx;
import org.tenon.persistence.tx.TxResource;

/** The unit of one area over OpenJPA. */
public final class JpaUnit implements PersistenceUnit, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JpaUnit.class);
    /** Longer than a transaction takes unless it says otherwise. */
    private static final Duration DRAIN = Duration.ofSeconds(40);

    private final String area;
    private final ClassLoader loader;
    private final List<Class<?>> entities;
    private final Set<Class<?>> managed;
    private final @Nullable EntityManagerFactory factory;
    private final ThreadTx tx;
    private final InFlight users;

    JpaUnit(String area, ClassLoader loader, List<Class<?>> entities, Set<Class<?>> managed, @Nullable EntityManagerFactory factory, ThreadTx tx) {
        this.area = area;
        this.loader = loader;
        this.entities = List.copyOf(entities);
        this.managed = Set.copyOf(managed);
        this.factory = factory;
        this.tx = tx;
        this.users = new InFlight("area " + area);
    }

    @Override
    public String area() {
        return area;
    }

    @Override
    public List<Class<?>> entities() {
        return entities;
    }

    /** The entities, and the superclasses and embeddables they use. */
    public Set<Class<?>> managed() {
        return managed;
    }

    @Override
    public ClassLoader loader() {
        return loader;
    }

    @Override
    public EntityManager entityManager() {
        EntityManagerFactory present = factory;
        if (present == null) {
            throw new UnsupportedOperationException("area " + area + " has no entities");
        }
        return ((Managed) tx.resource(this, () -> open(present))).manager;
    }

    private Managed open(EntityManagerFactory present) {
        users.enter();
        try {
            return new Managed(present.createEntityManager(), users);
        } catch (RuntimeException | Error e) {
            users.leave();
            throw e;
        }
    }

    /** An entity manager for the length of a transaction. */
    private static final class Managed implements TxResource {

        private final EntityManager manager;
        private final InFlight users;

        Managed(EntityManager manager, InFlight users) {
            this.manager = manager;
            this.users = users;
        }

        @Override
        public void flush() {
            manager.flush();
        }

        @Override
        public void close() {
            try {
                manager.close();
            } finally {
                users.leave();
            }
        }
    }

    /** Waits until the transactions that use this unit have ended, then closes it; new ones are refused at once. */
    @Override
    public void close() {
        int left = users.drain(DRAIN);
        if (left > 0) {
            LOG.warn("closing area {} though {} transactions still use it", area, left);
        }
        if (factory != null && factory.isOpen()) {
            try {
                factory.close();
            } catch (RuntimeException e) {
                LOG.warn("closing the unit of area {} failed", area, e);
            }
        }
    }
}
