package org.tenon.records.search;

import java.util.HashSet;
import java.util.Set;
import org.tenon.records.policy.Reach;
import org.tenon.records.policy.Row;

/**
 * Row policy as words that a document has and a caller asks for: whom a record belongs to ({@code o} a member, {@code d} a department) and whom
 * it was opened to ({@code m} a member, {@code s} a department); {@code n} for one that belongs to nobody. When an entry of a team or share expires its word stays; whoever reads the
 * record found is refused by the policy.
 */
final class Holders {

    private static final String NOBODY = "n";

    private Holders() {
    }

    /** Words for the record's owner and department. */
    static Set<String> of(Row row) {
        Set<String> words = new HashSet<>();
        if (row.ownerId() != null) {
            words.add("o" + row.ownerId());
        }
        if (row.departmentId() != null) {
            words.add("d" + row.departmentId());
        }
        if (row.unowned()) {
            words.add(NOBODY);
        }
        return words;
    }

    static String member(long id) {
        return "m" + id;
    }

    static String department(long id) {
        return "s" + id;
    }

    /** Words of the records that grants reach. */
    static Set<String> of(Reach reach) {
        Set<String> words = new HashSet<>();
        if (reach.owner() != null) {
            words.add("o" + reach.owner());
        }
        reach.line().forEach(owner -> words.add("o" + owner));
        if (reach.unowned()) {
            words.add(NOBODY);
        }
        reach.departments().forEach(department -> words.add("d" + department));
        return words;
    }
}
