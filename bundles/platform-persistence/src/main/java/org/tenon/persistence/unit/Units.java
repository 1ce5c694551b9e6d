package org.tenon.persistence.unit;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.openjpa.kernel.Bootstrap;
import org.apache.openjpa.lib.conf.ConfigurationProvider;
import org.apache.openjpa.persistence.JPAFacadeHelper;
import org.apache.openjpa.persistence.OpenJPAEntityManager;
import org.apache.openjpa.persistence.PersistenceProductDerivation;
import org.tenon.persistence.DbKind;
import org.tenon.persistence.migrate.CommonColumns;
import org.tenon.persistence.migrate.Migrator;
import org.tenon.persistence.migrate.Script;
import org.tenon.persistence.tx.ThreadTx;
import org.tenon.persistence.tx.TxDataSource;
import org.tenon.persistence.tx.TxManager;
import org.tenon.sdk.record.BaseRecord;
import org.tenon.sdk.record.OwnedRecord;

/** Makes units: migrates an area's tables, then opens OpenJPA over its entities. Safe for all threads. */
public final class Units {

    private final DbKind kind;
    private final DataSource raw;
    private final ThreadTx tx;
    private final Migrator migrator;

    /** @param raw connections outside the thread's transaction */
    public Units(DbKind kind, DataSource raw, ThreadTx tx) {
        this.kind = kind;
        this.raw = raw;
        this.tx = tx;
        this.migrator = new Migrator(kind, raw);
    }

    /**
     * Opens the unit of an area.
     *
     * @param loader   sees the entities and all they refer to
     * @param entities the area's {@code @Entity} classes; may be empty
     * @throws SQLException if the database cannot be reached
     */
    public JpaUnit open(String area, ClassLoader loader, List<Class<?>> entities, List<Script> scripts) throws SQLException {
        migrator.migrate(area, scripts);
        complete(entities);
        Set<Class<?>> managed = ManagedClasses.of(entities);
        return new JpaUnit(area, loader, entities, managed, entities.isEmpty() ? null : factory(area, loader, managed), tx);
    }

    private void complete(List<Class<?>> entities) throws SQLException {
        Map<String, Boolean> tables = new HashMap<>();
        for (Class<?> entity : entities) {
            Table table = entity.getAnnotation(Table.class);
            if (table != null && BaseRecord.class.isAssignableFrom(entity)) {
                tables.put(table.name().toLowerCase(Locale.ROOT), OwnedRecord.class.isAssignableFrom(entity));
            }
        }
        try (Connection connection = raw.getConnection()) {
            CommonColumns.complete(kind, connection, tables);
        }
    }

    private EntityManagerFactory factory(String area, ClassLoader loader, Set<Class<?>> managed) {
        Set<String> names = managed.stream().map(Class::getName).collect(Collectors.toCollection(TreeSet::new));
        ClassLoader chain = new LoaderChain(loader, Units.class.getClassLoader(), OpenJPAEntityManager.class.getClassLoader());
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(chain);
        ScopedRepository.CREATING.set(new ScopedRepository.Scope(loader, names));
        try {
            // What PersistenceProviderImpl does for a container, without a class transformer that would have nothing to do.
            ConfigurationProvider configuration = new PersistenceProductDerivation().load(new UnitDescription(area, loader, List.copyOf(names)), settings());
            EntityManagerFactory factory = JPAFacadeHelper.toEntityManagerFactory(Bootstrap.newBrokerFactory(configuration, chain));
            // Resolves all mappings now: what is wrong with an entity shows at the start, not at the first request.
            factory.createEntityManager().close();
            return factory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            ScopedRepository.CREATING.remove();
            thread.setContextClassLoader(before);
        }
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("openjpa.ManagedRuntime", new ThreadRuntime(new TxManager(tx)));
        settings.put("openjpa.TransactionMode", "managed");
        settings.put("openjpa.ConnectionFactoryMode", "managed");
        settings.put("openjpa.ConnectionFactory", new TxDataSource(tx));
        settings.put("openjpa.ConnectionFactory2", raw);
        settings.put("openjpa.MetaDataRepository", ScopedRepository.class.getName());
        settings.put("openjpa.jdbc.DBDictionary", kind == DbKind.DERBY
            ? "derby(BatchLimit=200,DatePrecision=1000,BooleanTypeName=BOOLEAN,BitTypeName=BOOLEAN,BooleanRepresentation=BOOLEAN)"
            : "postgres(BatchLimit=200,DatePrecision=1000)");
        settings.put("openjpa.RuntimeUnenhancedClasses", "unsupported");
        settings.put("openjpa.DynamicEnhancementAgent", "false");
        settings.put("openjpa.Log", "slf4j");
        // One that needs no finalizer, as entity managers are closed with their transaction.
        settings.put("openjpa.BrokerImpl", "non-finalizing");
        return settings;
    }
}
