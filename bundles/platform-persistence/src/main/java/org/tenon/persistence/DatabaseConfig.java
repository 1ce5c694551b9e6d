package org.tenon.persistence;

import java.nio.file.Path;
import java.util.Properties;

/**
 * Which database, and how many connections to it.
 *
 * @param url              JDBC URL without user and password
 * @param user             the role that owns the tables; on Derby the name of the schema
 * @param password         empty for none
 * @param poolSize         connections for transactions and reads, 2–500
 * @param separatePoolSize further connections for transactions beside a running one, 1–100
 */
public record DatabaseConfig(DbKind kind, String url, String user, String password, int poolSize, int separatePoolSize) {

    private static final int POOL_SIZE = 16;
    private static final int SEPARATE_POOL_SIZE = 4;

    /** Default sizes. */
    public static DatabaseConfig of(String url, String user, String password) {
        return new DatabaseConfig(DbKind.ofUrl(url), url, user, password, POOL_SIZE, SEPARATE_POOL_SIZE);
    }

    /**
     * From the properties {@code db.kind db.url db.user db.password db.poolSize db.separatePoolSize}; those absent or blank have defaults.
     *
     * @param home where Derby's files lie unless the URL says otherwise
     * @throws IllegalArgumentException naming the property that is wrong
     */
    public static DatabaseConfig of(Properties properties, Path home) {
        DbKind kind = kind(text(properties, "db.kind", "derby"));
        String url = text(properties, "db.url", kind == DbKind.DERBY
            ? "jdbc:derby:" + home.resolve("db").resolve("tenon") + ";create=true"
            : "jdbc:postgresql://127.0.0.1:5432/tenon");
        if (DbKind.ofUrl(url) != kind) {
            throw new IllegalArgumentException("db.url is not of db.kind " + kind.name().toLowerCase(java.util.Locale.ROOT));
        }
        return new DatabaseConfig(kind, url, text(properties, "db.user", "tenon"), text(properties, "db.password", ""),
            number(properties, "db.poolSize", POOL_SIZE, 2, 500), number(properties, "db.separatePoolSize", SEPARATE_POOL_SIZE, 1, 100));
    }

    private static DbKind kind(String text) {
        return switch (text) {
            case "derby" -> DbKind.DERBY;
            case "postgresql" -> DbKind.POSTGRESQL;
            default -> throw new IllegalArgumentException("db.kind is derby or postgresql, not " + text);
        };
    }

    private static String text(Properties properties, String name, String absent) {
        String value = properties.getProperty(name, "").strip();
        return value.isEmpty() ? absent : value;
    }

    private static int number(Properties properties, String name, int absent, int least, int most) {
        String value = text(properties, name, Integer.toString(absent));
        if (!value.matches("\\d{1,9}") || Integer.parseInt(value) < least || Integer.parseInt(value) > most) {
            throw new IllegalArgumentException("%s is a number from %d to %d, not %s".formatted(name, least, most, value));
        }
        return Integer.parseInt(value);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "%s %s as %s, %d+%d connections".formatted(kind, url.replaceAll("(?i)(password|bootPassword|encryptionKey)=[^;&]*", "$1=…"), user, poolSize, separatePoolSize);
    }
}
