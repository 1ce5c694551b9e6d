package org.tenon.records.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tenon.persistence.DatabaseConfig;
import org.tenon.persistence.DbKind;
import org.tenon.persistence.PersistenceUnit;
import org.tenon.persistence.standalone.StandalonePersistence;
import org.tenon.records.dictionary.Dictionaries;
import org.tenon.records.log.ChangeLog;
import org.tenon.records.model.FieldModel;
import org.tenon.records.model.RecordModel;
import org.tenon.records.model.RecordModels;
import org.tenon.records.policy.RecordPolicy;
import org.tenon.records.search.RecordDocuments;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.identity.Directory;
import org.tenon.sdk.identity.Grants;
import org.tenon.sdk.record.Dictionary.Item;
import org.tenon.sdk.record.Dictionary;
import org.tenon.sdk.record.DictionaryContribution;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.text.Titles;
import org.tenon.testkit.TestDatabase;

/** A database with our tables and one of things, and the readers over it. */
final class Things implements AutoCloseable {

    static final Caller SYSTEM = Caller.system("test");

    final Map<Long, Grants> grants = new HashMap<>();
    final Map<Long, Long> parents = new HashMap<>();
    final Map<Long, ZoneId> zones = new HashMap<>();
    final StandalonePersistence persistence;
    final RecordModels models = new RecordModels(area -> false);
    final Dictionaries dictionaries = new Dictionaries((area, key, locale, args) -> Optional.empty());
    final RecordPolicy policy;
    final RecordReader reader;
    final Askers askers;
    final RecordTitles titles;
    final GroupReader groups;
    final RecordModel model;
    final DbKind kind;
    private final DictionaryContribution industries = () -> List.of(new Dictionary("test.industry", List.of(
            new Item("it", null, null, Map.of(Locale.SIMPLIFIED_CHINESE, "信息技术", Locale.ENGLISH, "IT")), Item.of("trade"))));
    private final ObjectMapper json = new ObjectMapper();

    private record Unit(String area, List<Class<?>> entities) implements PersistenceUnit {

        @Override
        public ClassLoader loader() {
            return Thing.class.getClassLoader();
        }

        @Override
        public EntityManager entityManager() {
            throw new UnsupportedOperationException("read by SQL only");
        }
    }

    /** An organisation in maps. */
    private final class Members implements Directory {

        @Override
        public Grants grants(long memberId) {
            return grants.getOrDefault(memberId, Grants.NONE);
        }

        @Override
        public Optional<Long> mainDepartment(long memberId) {
            return Optional.empty();
        }

        @Override
        public Optional<ZoneId> zone(long memberId) {
            return Optional.ofNullable(zones.get(memberId));
        }

        @Override
        public boolean holds(Caller caller, String function) {
            return caller.system();
        }

        @Override
        public Set<Long> below(long department) {
            Set<Long> found = new java.util.HashSet<>(Set.of(department));
            while (parents.entrySet().stream().filter(entry -> found.contains(entry.getValue())).map(entry -> found.add(entry.getKey()))
                    .reduce(false, Boolean::logicalOr)) {
                continue;
            }
            return found;
        }
    }

    Things(TestDatabase database) {
        this(database, Clock.systemUTC(), ZoneOffset.UTC);
    }

    Things(TestDatabase database, Clock clock, ZoneId zone) {
        persistence = StandalonePersistence.open(DatabaseConfig.of(database.url(), database.user(), database.password()));
        persistence.unit("records", ChangeLog.class);
        kind = persistence.db().kind();
        models.add(new Unit("test", List.of(Thing.class)));
        model = models.require("test.thing");
        policy = new RecordPolicy(persistence.db(), new Members());
        dictionaries.add(industries);
        titles = new RecordTitles(models, policy, persistence.db());
        askers = new Askers(models, policy, dictionaries, persistence.db(), clock, zone);
        reader = new RecordReader(policy, titles, dictionaries, askers, persistence.db());
        groups = new GroupReader(policy, titles, dictionaries, askers, persistence.db());
        createTable();
    }

    private void createTable() {
        String text = kind == DbKind.DERBY ? "CLOB" : "TEXT";
        String json = "VARCHAR(20000)";
        execute("CREATE TABLE test_thing (id BIGINT NOT NULL PRIMARY KEY, version INTEGER NOT NULL, created_at TIMESTAMP, created_by BIGINT, updated_at TIMESTAMP,"
                + " updated_by BIGINT, deleted_at TIMESTAMP, deleted_by BIGINT, deleted_token BIGINT DEFAULT 0 NOT NULL, title_key VARCHAR(400), title_fold VARCHAR(400),"
                + " custom_values " + json + ", owner_id BIGINT, department_id BIGINT, name VARCHAR(200), note " + text + ", industry VARCHAR(63), head_count BIGINT,"
                + " score DECIMAL(19,4), revenue DECIMAL(19,4), revenue_currency CHAR(3), active BOOLEAN, founded DATE, opens TIME, contacted_at TIMESTAMP,"
                + " parent_id BIGINT, about BIGINT, about_type VARCHAR(63), phone VARCHAR(40), email VARCHAR(254), site VARCHAR(500), region VARCHAR(6),"
                + " interests " + json + ", partners " + json + ", phones " + json + ", emails " + json + ", tags " + json + ")");
        for (String columns : List.of("created_at DESC, id DESC", "title_key, id", "owner_id, created_at DESC, id DESC", "department_id, created_at DESC, id DESC")) {
            execute("CREATE INDEX test_thing_" + Math.abs(columns.hashCode()) + " ON test_thing (" + columns + ")");
        }
    }

    /** With a search engine from now on. */
    Things searched() {
        askers.with(new PlainSearch(new RecordDocuments(models, policy, persistence.db()), models));
        return this;
    }

    /** Puts dictionaries in the place of its own. @param choices for each, every value with the one above it */
    void choices(Map<String, Map<String, String>> choices) {
        dictionaries.replace(industries, () -> choices.entrySet().stream().map(choice -> new Dictionary(choice.getKey(), choice.getValue().entrySet().stream()
                .map(value -> new Item(value.getKey(), value.getValue(), null, Map.of())).toList())).toList());
    }

    void execute(String sql) {
        persistence.db().write(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    /** Stores a thing given in JSON form. Absent: createdAt is now, the id is new. Answers its id. */
    long store(Map<String, ?> values) {
        long id = values.get("id") instanceof String text ? RecordId.of(text).value() : RecordId.next().value();
        persistence.db().write(connection -> insert(connection, id, values));
        return id;
    }

    private Boolean insert(Connection connection, long id, Map<String, ?> values) throws SQLException {
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("id", id);
        columns.put("version", 1);
        columns.put("created_at", Timestamp.valueOf(LocalDateTime.now(ZoneOffset.UTC)));
        for (Map.Entry<String, ?> entry : values.entrySet()) {
            if (entry.getValue() == null || entry.getValue().equals("") || entry.getValue() instanceof List<?> list && list.isEmpty()
                    || entry.getKey().equals("id")) {
                continue;
            }
            FieldModel field = model.require(entry.getKey());
            put(columns, field, entry.getValue());
            if (field.name().equals("name")) {
                columns.put("title_key", Titles.key((String) entry.getValue()));
                columns.put("title_fold", Titles.fold((String) entry.getValue()));
            }
            if (field.type().multiple()) {
                members(connection, id, field, (List<?>) entry.getValue());
            }
        }
        String marks = String.join(",", columns.keySet().stream().map(column -> "?").toList());
        String sql = "INSERT INTO test_thing (" + String.join(",", columns.keySet()) + ") VALUES (" + marks + ")";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            int at = 1;
            for (Object value : columns.values()) {
                insert.setObject(at++, value);
            }
            return insert.executeUpdate() == 1;
        }
    }

    private void put(Map<String, Object> columns, FieldModel field, Object value) {
        String column = field.column();
        switch (field.type()) {
            case MONEY -> {
                Map<?, ?> money = (Map<?, ?>) value;
                columns.put(column, new BigDecimal((String) money.get("amount")));
                columns.put(column + "_currency", money.get("currency"));
            }
            case DECIMAL -> columns.put(column, new BigDecimal((String) value));
            case DATE -> columns.put(column, java.sql.Date.valueOf((String) value));
            case TIME -> columns.put(column, java.sql.Time.valueOf((String) value));
            case DATE_TIME -> columns.put(column, Timestamp.valueOf(LocalDateTime.ofInstant(Instant.parse((String) value), ZoneOffset.UTC)));
            case REFERENCE, MEMBER, DEPARTMENT -> {
                if (value instanceof Map<?, ?> ref) {
                    columns.put(column, RecordId.of((String) ref.get("id")).value());
                    columns.put(column + "_type", ref.get("type"));
                } else {
                    columns.put(column, value instanceof String text ? RecordId.of(text).value() : value);
                }
            }
            default -> columns.put(column, field.type().multiple() ? text(value) : value);
        }
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void members(Connection connection, long id, FieldModel field, List<?> members) throws SQLException {
        int pos = 0;
        for (Object member : members) {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO records_value (record_type, record_id, field_key, pos, str_val) VALUES ('test.thing', ?, ?, ?, ?)")) {
                insert.setLong(1, id);
                insert.setString(2, field.name());
                insert.setInt(3, pos++);
                insert.setString(4, String.valueOf(member instanceof Map<?, ?> kinded ? kinded.get("value") : member));
                insert.executeUpdate();
            }
        }
    }

    void team(long record, long member, String access) {
        execute("INSERT INTO records_team (record_type, record_id, member_id, access) VALUES ('test.thing', " + record + ", " + member + ", '" + access + "')");
    }

    /** A member whose only role is {@code role}. */
    Caller member(long id, Set<Long> departments, Set<Long> below, List<Grants.RecordGrant> records, Grants.FieldLimit... limits) {
        grants.put(id, new Grants(false, records, List.of(limits), Set.of(), departments, below));
        return new Caller(id, "member " + id, Locale.SIMPLIFIED_CHINESE, false, null);
    }

    List<String> ids(org.tenon.sdk.record.RecordPage page) {
        return new ArrayList<>(page.items().stream().map(view -> view.id().toString()).toList());
    }

    @Override
    public void close() {
        persistence.close();
    }
}
