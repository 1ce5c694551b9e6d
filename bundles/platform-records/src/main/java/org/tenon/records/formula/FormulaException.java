package org.tenon.records.formula;

/** Says why something is no formula. */
public final class FormulaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FormulaException(String reason) {
        super(reason);
    }
}
