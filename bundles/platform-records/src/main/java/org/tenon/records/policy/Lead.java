package org.tenon.records.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        return leads(type, followed(type));
    }

    /** Those that lead the caller there: nothing follows from a reference they may not see. */
    public static List<Lead> of(TypeAccess access) {
        return leads(access.type(), followed(access.type()).filter(field -> access.level(field).clear()));
    }

    private static Optional<FieldInfo> followed(TypeInfo type) {
        return Optional.ofNullable(type.follows()).flatMap(type::field);
    }

    private static List<Lead> leads(TypeInfo type, Optional<FieldInfo> followed) {
        List<Lead> leads = new ArrayList<>();
        leads.add(new Lead("r.id", quoted(type.name())));
        followed.ifPresent(field -> leads.add(parent(field)));
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
