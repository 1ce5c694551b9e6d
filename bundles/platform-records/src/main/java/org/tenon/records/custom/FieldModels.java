package org.tenon.records.custom;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import org.tenon.records.model.CustomValues;
import org.tenon.records.model.FieldModel;
import org.tenon.records.model.RecordModel;
import org.tenon.sdk.record.CustomField;
import org.tenon.sdk.record.FieldInfo;
import org.tenon.sdk.record.FieldType;
import org.tenon.sdk.record.Money;

/** Makes fields of record types from definitions. */
final class FieldModels {

    private FieldModels() {
    }

    static FieldModel of(Definition definition, RecordModel declared) {
        Settings s = definition.settings();
        FieldType type = definition.fieldType();
        String first = declared.info().sections().get(0);
        String section = s.section() == null || !declared.info().sections().contains(s.section()) ? first : s.section();
        boolean computed = definition.kind().computed();
        CustomField custom = new CustomField(s.unique(), s.initial(), s.pattern(), s.least(), s.most(), s.visibleWhen(), s.formula(), s.number(),
                s.filter() || s.sort());
        FieldInfo info = new FieldInfo(definition.key(), type, CustomValues.COLUMN, s.required() && !computed && !s.readOnly(), s.readOnly() || computed,
                max(type, s), Long.MIN_VALUE, definition.kind().choice() ? definition.dictionary() : null, s.reference(), s.list(),
                s.filter() && definition.indexed(), s.sort() && definition.indexed(), s.search() ? 1 : 0, s.sensitive(), false, section, false, null, custom);
        return new FieldModel(info, javaType(type));
    }

    /** A field of the type with these limits, for checking a value. */
    static FieldModel of(FieldType type, String name, Settings s) {
        CustomField custom = new CustomField(false, null, s.pattern(), s.least(), s.most(), null, null, null, false);
        return new FieldModel(new FieldInfo(name, type, CustomValues.COLUMN, false, false, max(type, s), Long.MIN_VALUE, null, s.reference(), 0, false, false, 0,
                false, false, null, false, null, custom), javaType(type));
    }

    /** Characters, 0 where that says nothing. */
    private static long max(FieldType type, Settings settings) {
        if (settings.max() != null) {
            return settings.max();
        }
        return switch (type) {
            case TEXT -> 200;
            case LONG_TEXT -> 4_000;
            case RICH_TEXT -> 10_000;
            case EMAIL -> 254;
            case PHONE -> 40;
            case URL -> 400;
            case CHOICE -> 63;
            default -> 0;
        };
    }

    private static Class<?> javaType(FieldType type) {
        return switch (type) {
            case NUMBER, MEMBER, DEPARTMENT, REFERENCE -> Long.class;
            case DECIMAL -> BigDecimal.class;
            case MONEY -> Money.class;
            case BOOLEAN -> Boolean.class;
            case DATE -> LocalDate.class;
            case DATE_TIME -> LocalDateTime.class;
            case LOCATION -> Map.class;
            default -> String.class;
        };
    }
}
