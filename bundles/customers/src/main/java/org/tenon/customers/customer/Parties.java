package org.tenon.customers.customer;

import java.util.List;
import java.util.Map;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordRef;

/** Records that belong to a party: whatever has a field {@code party}. */
public final class Parties {

    private Parties() {
    }

    /** The condition that a record's party is this one. */
    public static Map<String, Object> recordsOf(RecordRef party) {
        return Map.of("==", List.of(Map.of("var", "party"), value(party)));
    }

    /** The reference in its JSON form. */
    public static Map<String, Object> value(RecordRef party) {
        return Map.of("type", party.type(), "id", RecordId.text(party.target()));
    }
}
