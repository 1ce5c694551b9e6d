package org.tenon.records.duplicates;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.tenon.persistence.Db;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;

/** The table {@code records_duplicate_rule}: one row a record type. */
final class RuleTable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Db db;

    RuleTable(Db db) {
        this.db = db;
    }

    Map<String, MatchRules> all() {
        return db.unflushed().read(connection -> {
            Map<String, MatchRules> all = new HashMap<>();
            try (PreparedStatement select = connection.prepareStatement("SELECT record_type, version, rules FROM records_duplicate_rule");
                 ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    all.put(rows.getString(1), new MatchRules(rows.getInt(2), read(rows.getString(3))));
                }
            }
            return all;
        });
    }

    /** New with version 1, else over the version before it. @throws TenonException STALE */
    void put(String type, MatchRules rules) {
        String sql = rules.version() == 1 ? "INSERT INTO records_duplicate_rule (version, rules, record_type) VALUES (?, ?, ?)"
                : "UPDATE records_duplicate_rule SET version = ?, rules = ? WHERE record_type = ? AND version = ?";
        db.write(connection -> {
            try (PreparedStatement write = connection.prepareStatement(sql)) {
                write.setInt(1, rules.version());
                write.setString(2, text(rules.byField()));
                write.setString(3, type);
                if (rules.version() > 1) {
                    write.setInt(4, rules.version() - 1);
                }
                if (write.executeUpdate() != 1) {
                    throw new TenonException(Kind.STALE, "someone else changed the rules of " + type + " meanwhile");
                }
                return rules;
            }
        });
    }

    private static String text(Map<String, MatchRule> rules) {
        Map<String, String> words = new TreeMap<>();
        rules.forEach((field, rule) -> words.put(field, rule.word()));
        try {
            return JSON.writeValueAsString(words);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("rules that are no JSON", e);
        }
    }

    /** Rules of a later version that this one does not know count as not set. */
    private static Map<String, MatchRule> read(String text) {
        try {
            Map<String, MatchRule> rules = new HashMap<>();
            JSON.readValue(text, new TypeReference<Map<String, String>>() { }).forEach((field, word) -> MatchRule.of(word).ifPresent(rule -> rules.put(field, rule)));
            return rules;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("rules are stored that are no JSON", e);
        }
    }
}
