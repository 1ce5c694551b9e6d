package org.tenon.records.model;

import static org.tenon.records.model.ModelReader.check;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.record.Field;
import org.tenon.sdk.record.FieldInfo;
import org.tenon.sdk.record.FieldType;
import org.tenon.sdk.record.Match;
import org.tenon.sdk.record.Money;
import org.tenon.sdk.record.RecordRef;

/** Reads one field's declaration off its attribute, and refuses what contradicts itself. */
final class FieldReader {

    private static final Set<String> RESERVED = Set.of("version", "deletedBy", "deletedToken", "titleKey", "titleFold", "customValues");
    private static final Map<Class<?>, Class<?>> BOXES = Map.of(long.class, Long.class, int.class, Integer.class, boolean.class, Boolean.class);

    private FieldReader() {
    }

    static FieldModel read(String type, java.lang.reflect.Field attribute, List<String> sections) {
        Field field = attribute.getAnnotation(Field.class);
        String where = type + "." + attribute.getName();
        check(!attribute.getName().matches("x[A-Z].*"), where, "names that begin so belong to fields added at run time");
        check(attribute.getName().matches("[a-z][a-zA-Z0-9]*") && !RESERVED.contains(attribute.getName()), where, "is no name for a field");
        Class<?> javaType = BOXES.getOrDefault(attribute.getType(), attribute.getType());
        FieldType fieldType = field.type() == FieldType.AUTO ? guess(where, javaType, field) : field.type();
        check(javaTypes(fieldType, field.reference()).contains(javaType), where,
                "a field of type " + fieldType.key() + " cannot be a " + javaType.getSimpleName());
        String dictionary = dictionary(where, fieldType, field.dictionary());
        String reference = reference(where, fieldType, field.reference());
        String section = field.section().isEmpty() ? sections.get(0) : field.section();
        check(sections.contains(section), where, "the type has no section " + section);
        check(fieldType != FieldType.LOCATION && fieldType != FieldType.FILES, where, "a " + fieldType.key() + " can only be added at run time");
        check(!field.sort() || sortable(fieldType), where, "lists cannot be sorted by a " + fieldType.key());
        check(!field.filter() || fieldType != FieldType.RICH_TEXT, where, "formatted text is no filter");
        check(!field.duplicateKey() || fieldType != FieldType.RICH_TEXT, where, "formatted text is no duplicate key");
        check(field.duplicateKey() || field.match() == Match.AUTO, where, "only a duplicate key says how it is matched");
        check(field.min() == Long.MIN_VALUE || field.max() == 0 || field.min() <= field.max(), where, "its smallest number exceeds its largest");
        check(!(field.required() && field.readOnly()), where, "what people cannot write cannot be required of them");
        FieldInfo info = new FieldInfo(attribute.getName(), fieldType, column(where, attribute, javaType), field.required(), field.readOnly(),
                max(fieldType, field.max()), field.min(), dictionary, reference, field.list(), field.filter(),
                field.sort(), field.search(), field.sensitive(), field.duplicateKey(), section, false, match(field, fieldType));
        return new FieldModel(info, javaType);
    }

    private static @Nullable Match match(Field field, FieldType type) {
        if (!field.duplicateKey()) {
            return null;
        }
        return field.match() == Match.AUTO ? FieldInfo.match(type) : field.match();
    }

    private static FieldType guess(String where, Class<?> javaType, Field field) {
        if (javaType == String.class) {
            return field.dictionary().isEmpty() ? FieldType.TEXT : FieldType.CHOICE;
        }
        if (javaType == Long.class || javaType == Integer.class) {
            return field.reference().isEmpty() ? FieldType.NUMBER : FieldType.REFERENCE;
        }
        Map<Class<?>, FieldType> plain = Map.of(BigDecimal.class, FieldType.DECIMAL, Money.class, FieldType.MONEY, Boolean.class, FieldType.BOOLEAN,
                LocalDate.class, FieldType.DATE, LocalTime.class, FieldType.TIME, LocalDateTime.class, FieldType.DATE_TIME,
                RecordRef.class, FieldType.REFERENCE);
        FieldType guessed = plain.get(javaType);
        check(guessed != null, where, "no field can be a " + javaType.getSimpleName());
        return java.util.Objects.requireNonNull(guessed);
    }

    private static Set<Class<?>> javaTypes(FieldType type, String reference) {
        return switch (type) {
            case NUMBER -> Set.of(Long.class, Integer.class);
            case DECIMAL -> Set.of(BigDecimal.class);
            case MONEY -> Set.of(Money.class);
            case BOOLEAN -> Set.of(Boolean.class);
            case DATE -> Set.of(LocalDate.class);
            case TIME -> Set.of(LocalTime.class);
            case DATE_TIME -> Set.of(LocalDateTime.class);
            case MEMBER, DEPARTMENT -> Set.of(Long.class);
            case REFERENCE -> Set.of(reference.equals("*") ? RecordRef.class : Long.class);
            default -> Set.of(String.class);
        };
    }

    private static @Nullable String dictionary(String where, FieldType type, String declared) {
        String implied = switch (type) {
            case REGION -> "core.region";
            case PHONES -> "core.phoneKind";
            case EMAILS -> "core.emailKind";
            default -> "";
        };
        String name = declared.isEmpty() ? implied : declared;
        boolean choice = type == FieldType.CHOICE || type == FieldType.MULTI_CHOICE;
        check(!choice || !name.isEmpty(), where, "a choice needs a dictionary");
        check(choice || !implied.isEmpty() || name.isEmpty(), where, "a " + type.key() + " has no dictionary");
        check(name.isEmpty() || name.matches("[a-zA-Z0-9]+\\.[a-zA-Z0-9]+"), where, "a dictionary's name is <area>.<name>, not " + name);
        return name.isEmpty() ? null : name;
    }

    private static @Nullable String reference(String where, FieldType type, String declared) {
        boolean refers = type == FieldType.REFERENCE || type == FieldType.REFERENCES;
        check(refers != declared.isEmpty(), where, refers ? "a reference needs the type it refers to" : "a " + type.key() + " refers to nothing");
        check(!(type == FieldType.REFERENCES && declared.equals("*")), where, "a list of references has one type");
        check(declared.isEmpty() || declared.equals("*") || declared.matches("[a-zA-Z0-9]+\\.[a-zA-Z0-9]+"), where,
                "a record type's name is <area>.<name>, not " + declared);
        return declared.isEmpty() ? null : declared;
    }

    private static boolean sortable(FieldType type) {
        return !type.multiple() && type != FieldType.LONG_TEXT && type != FieldType.RICH_TEXT && type != FieldType.BOOLEAN;
    }

    private static long max(FieldType type, long declared) {
        if (declared != 0) {
            return declared;
        }
        return switch (type) {
            case TEXT -> 200;
            case LONG_TEXT, RICH_TEXT -> 20_000;
            case EMAIL -> 254;
            case PHONE -> 40;
            case URL -> 500;
            case CHOICE -> 63;
            case REGION -> 6;
            default -> 0;
        };
    }

    private static String column(String where, java.lang.reflect.Field attribute, Class<?> javaType) {
        String column = Naming.snake(attribute.getName());
        if (javaType == Money.class) {
            column = overridden(where, attribute, "amount");
            check(overridden(where, attribute, "currency").equals(column + "_currency"), where, "the currency's column must be " + column + "_currency");
        } else if (javaType == RecordRef.class) {
            column = overridden(where, attribute, "target");
            check(overridden(where, attribute, "type").equals(column + "_type"), where, "the referred type's column must be " + column + "_type");
        } else {
            Column declared = attribute.getAnnotation(Column.class);
            column = declared == null || declared.name().isEmpty() ? column : declared.name();
        }
        check(column.matches("[a-z][a-z0-9_]{0,62}"), where, "the column " + column + " is not of lower case letters, digits and _ (63 at most)");
        return column;
    }

    private static String overridden(String where, java.lang.reflect.Field attribute, String part) {
        for (AttributeOverride override : attribute.getAnnotationsByType(AttributeOverride.class)) {
            if (override.name().equals(part)) {
                return override.column().name();
            }
        }
        throw ModelReader.refusal(where, "@AttributeOverride must name the column of its " + part);
    }
}
