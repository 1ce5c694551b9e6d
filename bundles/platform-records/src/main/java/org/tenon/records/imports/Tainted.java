package org.tenon.records.imports;

import java.util.List;

/** Rolls a transaction back whose refused rows left traces. */
final class Tainted extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Outcome> refused;

    /** @param refused rows that must not be tried again */
    Tainted(List<Outcome> refused) {
        super("a refused row had effects", null, false, false);
        this.refused = refused;
    }

    List<Outcome> refused() {
        return refused;
    }
}
