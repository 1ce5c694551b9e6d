package org.tenon.persistence.tx;

import java.sql.Connection;
import java.sql.SQLException;
import org.tenon.persistence.DatabaseConfig;
import org.tenon.persistence.Db;
import org.tenon.persistence.pool.Database;
import org.tenon.testkit.TestDatabase;

/** Transactions over pools of two connections each, and a table {@code item (id, word)}. */
final class TxFixture implements AutoCloseable {

    final Database database;
    final ThreadTx tx;
    final Db db;

    TxFixture(TestDatabase test) {
        DatabaseConfig usual = DatabaseConfig.of(test.url(), test.user(), test.password());
        database = Database.open(new DatabaseConfig(usual.kind(), usual.url(), usual.user(), usual.password(), 2, 2));
        tx = new ThreadTx(database.kind(), database.main(), database.separate());
        db = new TxDb(tx);
        test.execute("create table item (id bigint not null primary key, word varchar(20),"
            + " constraint item_word unique (word) deferrable initially deferred)");
    }

    void insert(long id) {
        insert(id, "w" + id);
    }

    void insert(long id, String word) {
        db.write(connection -> {
            try (var statement = connection.prepareStatement("insert into item values (?, ?)")) {
                statement.setLong(1, id);
                statement.setString(2, word);
                return statement.executeUpdate();
            }
        });
    }

    int execute(String sql) {
        return db.write(connection -> execute(connection, sql));
    }

    static int execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    /** Rows that are there, as the calling thread sees them. */
    long count() {
        return db.read(connection -> {
            try (var statement = connection.createStatement(); var rows = statement.executeQuery("select count(*) from item")) {
                rows.next();
                return rows.getLong(1);
            }
        });
    }

    @Override
    public void close() {
        database.close();
    }
}
