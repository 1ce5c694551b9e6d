package org.tenon.records.policy;

import java.util.ArrayList;
import java.util.List;
import org.tenon.sdk.record.FieldInfo;
import org.tenon.sdk.record.FieldType;
import org.tenon.sdk.record.TypeInfo;

/**
 * How an entry of a team or share (alias {@code s}) leads to records (alias {@code r}): to the very record, or to those that belong to it.
 *
 * @param target column of {@code r} that holds the id of the entry's record
 * @param type   what its type must equal: a column of {@code r}, or a name in quotation marks
 */
public record Lead(String target, String type) {

    /** The ways to records of the type: one, or two if it follows another record. */
    public static List<Lead> of(TypeInfo type) {
        List<Lead> leads = new ArrayList<>();
        leads.add(new Lead("r.id", quoted(type.name())));
        type.field(String.valueOf(type.follows())).ifPresent(field -> leads.add(parent(field)));
        return leads;
    }

    private static Lead parent(FieldInfo field) {
        boolean any = field.type() == FieldType.REFERENCE && "*".equals(field.reference());
        return new Lead("r." + field.column(), any ? "r." + field.column() + "_type" : quoted(String.valueOf(field.reference())));
    }

    /** Names of types are of letters, digits and a dot. */
    private static String quoted(String name) {
        return "'" + name + "'";
    }

    /** The condition of a join. */
    public String on() {
        return target + " = s.record_id AND s.record_type = " + type;
    }
}
