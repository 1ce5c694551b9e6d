package org.tenon.records.formula;

import org.tenon.sdk.record.FieldType;

/** The types of values in formulas; in brackets the Java type. */
enum Kind {
    /** BigDecimal. */
    NUMBER,
    /** String. */
    TEXT,
    /** Boolean. */
    TRUTH,
    /** LocalDate. */
    DATE,
    /** LocalDateTime, UTC. */
    INSTANT,
    /** The literal null: fits everywhere. */
    NOTHING;

    /** @throws FormulaException for a field no formula can read */
    static Kind of(String field, FieldType type) {
        return switch (type) {
            case NUMBER, DECIMAL, MONEY -> NUMBER;
            case TEXT, LONG_TEXT, PHONE, EMAIL, URL, CHOICE, REGION -> TEXT;
            case BOOLEAN -> TRUTH;
            case DATE -> DATE;
            case DATE_TIME -> INSTANT;
            default -> throw new FormulaException(field + " is a " + type.key() + ", which formulas cannot read");
        };
    }

    boolean fits(Kind wanted) {
        return this == wanted || this == NOTHING;
    }
}
