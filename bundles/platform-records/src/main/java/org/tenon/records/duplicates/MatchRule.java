package org.tenon.records.duplicates;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tenon.sdk.record.Match;

/** What the same value in a compared field means. */
public enum MatchRule {
    /** It counts among the others; what they come to together decides. What holds where nothing was decided. */
    WEIGH,
    /** It alone makes the records worth a hint. */
    WARN,
    /** No second record may get it. */
    BLOCK,
    /** It says nothing. */
    OFF;

    /** Kinds of values by which no record is looked up alone. */
    private static final Set<Match> WEAK = Set.of(Match.TEXT, Match.REFERENCE, Match.AUTO);

    /** Whether a field of this kind can have the rule. */
    boolean fits(Match match) {
        return this == WEIGH || this == OFF || !WEAK.contains(match);
    }

    /** In lower case, as in JSON. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<MatchRule> of(Object word) {
        for (MatchRule each : values()) {
            if (each.word().equals(word)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
