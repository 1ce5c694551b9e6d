package org.tenon.records.query;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tenon.persistence.DbKind;

/** 20,000 customers, and connections that write down how each of their queries is answered. */
final class Plans {

    static final int MANY = 20_000;
    private static final Pattern DERBY = Pattern.compile("(Index Scan ResultSet|Table Scan ResultSet|Hash Scan ResultSet|Sort ResultSet|Index Row to Base Row ResultSet|Constraint)"
            + "(?: for (\\S+))?(?: using (?:index|constraint) (\\S+))?");

    private Plans() {
    }

    /** Customers over three years, 40 industries, 30 provinces, 200 owners in 40 departments, a fifth with a parent, some tagged, 30 in one team. */
    static boolean fill(Connection connection, long from, int count) throws SQLException {
        Random random = new Random(from);
        LocalDateTime newest = LocalDateTime.now();
        String sql = "INSERT INTO customers_customer (id, version, deleted_token, name, title_key, title_fold, industry, region, level, parent_id, owner_id, department_id,"
                + " created_at, updated_at, next_contact_at, created_by, updated_by) VALUES (?, 1, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, 1)";
        try (PreparedStatement insert = connection.prepareStatement(sql);
             PreparedStatement tag = connection.prepareStatement("INSERT INTO records_value (record_type, record_id, field_key, pos, str_val) VALUES ('customers.customer', ?, 'tags', 0, ?)");
             PreparedStatement team = connection.prepareStatement("INSERT INTO records_team (record_type, record_id, member_id, access) VALUES ('customers.customer', ?, 4, 'read')")) {
            for (long id = from; id < from + count; id++) {
                String name = "c" + random.nextInt(1_000_000);
                long owner = 10 + random.nextInt(200);
                Timestamp made = Timestamp.valueOf(newest.minusMinutes((MANY - id) * 79));
                insert.setLong(1, id);
                insert.setString(2, name);
                insert.setString(3, name);
                insert.setString(4, name);
                insert.setString(5, "i" + (int) (40 * random.nextDouble() * random.nextDouble()));
                insert.setString(6, "%02d%02d%02d".formatted(20 + random.nextInt(30), 1 + random.nextInt(20), 1 + random.nextInt(10)));
                insert.setString(7, String.valueOf("ABCD".charAt(random.nextInt(4))));
                insert.setObject(8, random.nextInt(5) == 0 ? 1 + (long) random.nextInt(500) : null, java.sql.Types.BIGINT);
                insert.setLong(9, owner);
                insert.setLong(10, 1 + owner % 40);
                insert.setTimestamp(11, made);
                insert.setTimestamp(12, made);
                insert.setTimestamp(13, random.nextInt(3) == 0 ? Timestamp.valueOf(newest.plusHours(random.nextInt(2_000) - 200)) : null);
                insert.addBatch();
                if (random.nextInt(10) == 0) {
                    tag.setLong(1, id);
                    tag.setString(2, "t" + random.nextInt(20));
                    tag.addBatch();
                }
                if (id % 700 == 0) {
                    team.setLong(1, id);
                    team.addBatch();
                }
            }
            insert.executeBatch();
            tag.executeBatch();
            team.executeBatch();
        }
        return true;
    }

    /** Lets the database count what is there, as it does by itself in time. */
    static boolean measure(Connection connection, DbKind kind) throws SQLException {
        for (String table : List.of("CUSTOMERS_CUSTOMER", "RECORDS_VALUE", "RECORDS_TEAM")) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(kind == DbKind.DERBY ? "CALL SYSCS_UTIL.SYSCS_UPDATE_STATISTICS(CURRENT SCHEMA, '" + table + "', NULL)" : "ANALYZE " + table);
            }
        }
        return true;
    }

    /** What the plans of one list come to, as a row of a table. */
    static String row(String what, String plans) {
        Map<String, Integer> ways = new TreeMap<>();
        Matcher way = Pattern.compile("(?i)(?:using (?:index |constraint )?(\\w+)|(?:Seq Scan on|Table Scan ResultSet for) (\\w+)|Bitmap Index Scan on (\\w+))").matcher(plans);
        while (way.find()) {
            String name = way.group(1) != null ? way.group(1) : way.group(3) != null ? way.group(3) : "whole " + way.group(2);
            ways.merge(name.toLowerCase(Locale.ROOT), 1, Integer::sum);
        }
        double ms = 0;
        Matcher time = Pattern.compile("(?:Execution Time: |run in )([0-9.]+) ms").matcher(plans);
        while (time.find()) {
            ms += Double.parseDouble(time.group(1));
        }
        boolean sorts = plans.contains("Sort ResultSet") || plans.contains("Sort Method");
        long statements = plans.split("```sql", -1).length - 1;
        String shown = ways.entrySet().stream().map(each -> each.getKey() + (each.getValue() > 1 ? " ×" + each.getValue() : "")).collect(Collectors.joining(", "));
        return "| %s | %d | %s | %s | %.1f |%n".formatted(what, statements, shown, sorts ? "yes" : "no", ms);
    }

    /** A connection whose queries write their plans to the page when they have run. */
    static Connection watched(Connection connection, DbKind kind, StringBuilder page) {
        return (Connection) Proxy.newProxyInstance(Plans.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
            if (!method.getName().equals("prepareStatement")) {
                return call(() -> method.invoke(connection, arguments));
            }
            String sql = (String) arguments[0];
            page.append("\n```sql\n").append(sql.replaceAll("\\s+", " ").replace("--DERBY-PROPERTIES joinOrder=FIXED ", "--DERBY-PROPERTIES joinOrder=FIXED\n")).append("\n```\n");
            return kind == DbKind.DERBY ? derby(connection, sql, page) : explained(connection.prepareStatement("EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY ON) " + sql),
                    connection.prepareStatement(sql), page);
        });
    }

    /** Parameters go to both; the plan is asked for first. */
    private static PreparedStatement explained(PreparedStatement explain, PreparedStatement plain, StringBuilder page) {
        return (PreparedStatement) Proxy.newProxyInstance(Plans.class.getClassLoader(), new Class<?>[] {PreparedStatement.class}, (proxy, method, arguments) -> {
            if (method.getName().equals("executeQuery")) {
                page.append("\n```\n");
                try (ResultSet lines = explain.executeQuery()) {
                    while (lines.next()) {
                        page.append(lines.getString(1)).append('\n');
                    }
                }
                page.append("```\n");
            } else {
                call(() -> method.invoke(explain, arguments));
            }
            return call(() -> method.invoke(plain, arguments));
        });
    }

    private static PreparedStatement derby(Connection connection, String sql, StringBuilder page) throws SQLException {
        run(connection, "CALL SYSCS_UTIL.SYSCS_SET_RUNTIMESTATISTICS(1)");
        PreparedStatement plain = connection.prepareStatement(sql);
        long started = System.nanoTime();
        return (PreparedStatement) Proxy.newProxyInstance(Plans.class.getClassLoader(), new Class<?>[] {PreparedStatement.class}, (proxy, method, arguments) -> {
            Object answer = call(() -> method.invoke(plain, arguments));
            if (method.getName().equals("close")) {
                page.append("\n```\n").append(String.join("\n", scans(connection))).append("\nrun in %.1f ms\n```\n".formatted((System.nanoTime() - started) / 1e6));
                run(connection, "CALL SYSCS_UTIL.SYSCS_SET_RUNTIMESTATISTICS(0)");
            }
            return answer;
        });
    }

    /** Which indexes and tables were gone through, and how many rows were met there. */
    private static List<String> scans(Connection connection) throws SQLException {
        List<String> scans = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery("VALUES SYSCS_UTIL.SYSCS_GET_RUNTIMESTATISTICS()")) {
            rows.next();
            for (String line : rows.getString(1).split("\n")) {
                Matcher found = DERBY.matcher(line);
                if (found.find() && !found.group(1).equals("Constraint")) {
                    scans.add(found.group().strip());
                } else if (!scans.isEmpty() && line.contains("Number of rows visited=")) {
                    scans.set(scans.size() - 1, scans.get(scans.size() - 1) + ", rows visited " + line.substring(line.indexOf('=') + 1).strip());
                }
            }
        }
        return scans;
    }

    private static void run(Connection connection, String call) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(call);
        }
    }

    private interface Work {
        Object run() throws ReflectiveOperationException;
    }

    private static Object call(Work work) throws Throwable {
        try {
            return work.run();
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
