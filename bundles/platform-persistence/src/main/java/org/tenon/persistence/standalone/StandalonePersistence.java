package org.tenon.persistence.standalone;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.tenon.persistence.DatabaseConfig;
import org.tenon.persistence.Db;
import org.tenon.persistence.PersistenceUnit;
import org.tenon.persistence.SqlErrors;
import org.tenon.persistence.migrate.Script;
import org.tenon.persistence.pool.Database;
import org.tenon.persistence.tx.ThreadTx;
import org.tenon.persistence.tx.TxDb;
import org.tenon.persistence.unit.JpaUnit;
import org.tenon.persistence.unit.Units;
import org.tenon.sdk.tx.Tx;

/**
 * Persistence without a container: for tests and tools. Exactly what runs in the container, but for who opens the units.
 *
 * <pre>{@code
 * try (var persistence = StandalonePersistence.open(DatabaseConfig.of(url, user, password))) {
 *     PersistenceUnit notes = persistence.unit("notes", Note.class, Note.class, Remark.class);
 *     persistence.tx().run(() -> notes.entityManager().persist(new Note()));
 * }
 * }</pre>
 */
public final class StandalonePersistence implements AutoCloseable {

    private final Database database;
    private final ThreadTx tx;
    private final Db db;
    private final Units units;
    private final List<JpaUnit> open = Collections.synchronizedList(new ArrayList<>());

    private StandalonePersistence(Database database) {
        this.database = database;
        this.tx = new ThreadTx(database.kind(), database.main(), database.separate());
        this.db = new TxDb(tx);
        this.units = new Units(database.kind(), database.main(), tx);
    }

    /** Does not need the database yet. */
    public static StandalonePersistence open(DatabaseConfig config) {
        return new StandalonePersistence(Database.open(config));
    }

    public Tx tx() {
        return tx;
    }

    public Db db() {
        return db;
    }

    /** Connections in use at this moment: 0 when nobody works. */
    public int busyConnections() {
        return database.busy();
    }

    /**
     * Migrates an area and opens its unit.
     *
     * @param anchor   a class of the area; the scripts are {@code db/*.sql} of the jar or folder of class files it comes from
     * @param entities the area's {@code @Entity} classes, enhanced; none for an area with migrations only
     * @throws org.tenon.sdk.TenonException UNAVAILABLE if the database cannot be reached
     */
    public PersistenceUnit unit(String area, Class<?> anchor, Class<?>... entities) {
        return unit(area, anchor.getClassLoader(), Script.beside(anchor), List.of(entities));
    }

    /** {@link #unit(String, Class, Class...)} with scripts from wherever they are. */
    public PersistenceUnit unit(String area, ClassLoader loader, List<Script> scripts, List<Class<?>> entities) {
        try {
            database.probe();
            JpaUnit unit = units.open(area, loader, entities, scripts);
            open.add(unit);
            return unit;
        } catch (SQLException e) {
            throw SqlErrors.translate(e);
        }
    }

    /** Closes the units, then all connections. */
    @Override
    public void close() {
        open.forEach(JpaUnit::close);
        database.close();
    }
}
