package org.tenon.sdk.conditions;

import org.tenon.sdk.record.FieldType;

/** Which test fits which type of field. */
final class Operators {

    private Operators() {
    }

    static boolean equality(FieldType type) {
        return !type.multiple() && type != FieldType.LONG_TEXT && type != FieldType.RICH_TEXT && type != FieldType.LOCATION;
    }

    static boolean fits(Operator operator, FieldType type) {
        return switch (operator) {
            case EQUAL -> equality(type);
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> switch (type) {
                case NUMBER, DECIMAL, MONEY, DATE, TIME, DATE_TIME -> true;
                default -> false;
            };
            case STARTS_WITH -> switch (type) {
                case TEXT, PHONE, EMAIL, URL, REGION, CHOICE -> true;
                default -> false;
            };
            case CONTAINS -> switch (type) {
                case TEXT, LONG_TEXT, RICH_TEXT, PHONE, EMAIL, URL, PHONES, EMAILS, TAGS -> true;
                default -> false;
            };
            case HAS -> type.multiple();
            case WITHIN -> switch (type) {
                case REGION, DEPARTMENT, CHOICE, MULTI_CHOICE -> true;
                default -> false;
            };
        };
    }
}
