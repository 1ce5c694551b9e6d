package org.tenon.records.duplicates;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tenon.records.matching.Score;

/**
 * The rules of one record type.
 *
 * @param version as it was stored, 0 for none
 * @param byField those that differ from {@link MatchRule#WEIGH}
 */
public record MatchRules(int version, Map<String, MatchRule> byField) {

    static final MatchRules NONE = new MatchRules(0, Map.of());

    public MatchRules {
        byField = Map.copyOf(byField);
    }

    MatchRule of(String field) {
        return byField.getOrDefault(field, MatchRule.WEIGH);
    }

    /** The fields with this rule. */
    public Set<String> with(MatchRule rule) {
        return byField.entrySet().stream().filter(entry -> entry.getValue() == rule).map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    /** Whether one of the reasons alone makes two records worth telling of. */
    boolean told(Score score) {
        return blocked(score) || score.reasons().stream().anyMatch(reason -> reason.same() && of(reason.field()) == MatchRule.WARN);
    }

    /** Whether the records have a value in common that no two may have. */
    boolean blocked(Score score) {
        return score.reasons().stream().anyMatch(reason -> reason.same() && of(reason.field()) == MatchRule.BLOCK);
    }
}
