package org.tenon.records.model;

import jakarta.persistence.Table;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tenon.persistence.PersistenceUnit;
import org.tenon.sdk.record.BaseRecord;
import org.tenon.sdk.record.Field;
import org.tenon.sdk.record.FieldInfo;
import org.tenon.sdk.record.FieldType;
import org.tenon.sdk.record.OwnedRecord;
import org.tenon.sdk.record.RecordType;
import org.tenon.sdk.record.TypeInfo;

/** Reads a record type's declaration off its class, once per unit. */
final class ModelReader {

    private ModelReader() {
    }

    /** Empty for a class without {@link RecordType}. @throws IllegalArgumentException says what the declaration contradicts */
    static Optional<RecordModel> read(Class<?> entity, PersistenceUnit unit) {
        RecordType type = entity.getAnnotation(RecordType.class);
        if (type == null) {
            return Optional.empty();
        }
        String name = typeName(entity);
        check(BaseRecord.class.isAssignableFrom(entity), name, "its class must extend BaseRecord or OwnedRecord");
        check(type.area().equals(unit.area()), name, "it is declared for area " + type.area() + " but lies in " + unit.area());
        check(name.length() <= 63, name, "the name is longer than 63 characters");
        check(type.sections().length > 0, name, "it needs at least one section");
        boolean owned = OwnedRecord.class.isAssignableFrom(entity);
        List<FieldModel> fields = new ArrayList<>();
        for (java.lang.reflect.Field attribute : attributes(entity)) {
            fields.add(FieldReader.read(name, attribute, List.of(type.sections())));
        }
        fields.addAll(CommonFields.of(name, owned));
        unique(name, fields);
        FieldModel title = fields.stream().filter(field -> field.name().equals(type.title())).findFirst()
                .orElseThrow(() -> refusal(name, "its title " + type.title() + " is no field"));
        check(title.type() == FieldType.TEXT, name, "its title " + type.title() + " is no one-line text");
        fields.replaceAll(field -> field == title ? sortable(field) : field);
        String sort = type.defaultSort().startsWith("-") ? type.defaultSort().substring(1) : type.defaultSort();
        check(fields.stream().anyMatch(field -> field.name().equals(sort) && field.info().sort()), name,
                "its default sort " + sort + " is no field that lists may be sorted by");
        related(name, type);
        List<FieldInfo> infos = fields.stream().map(FieldModel::info).toList();
        TypeInfo info = new TypeInfo(name, type.area(), type.name(), type.plural(), "/api/" + type.area() + "/" + type.plural(), table(name, entity),
                type.title(), type.defaultSort(), owned, infos, List.of(type.sections()), List.of(type.actions()), List.of(type.related()), follows(name, type, fields));
        return Optional.of(RecordModel.of(info, entity.asSubclass(BaseRecord.class), unit, fields));
    }

    /** {@code <area>.<name>}. @throws IllegalArgumentException if the class declares no record type */
    static String typeName(Class<?> entity) {
        RecordType type = entity.getAnnotation(RecordType.class);
        if (type == null) {
            throw new IllegalArgumentException(entity.getName() + " declares no @RecordType");
        }
        return type.area() + "." + type.name();
    }

    static void check(boolean holds, String type, String otherwise) {
        if (!holds) {
            throw refusal(type, otherwise);
        }
    }

    static IllegalArgumentException refusal(String type, String reason) {
        return new IllegalArgumentException(type + ": " + reason);
    }

    private static List<java.lang.reflect.Field> attributes(Class<?> entity) {
        Deque<Class<?>> chain = new ArrayDeque<>();
        for (Class<?> c = entity; c != BaseRecord.class && c != OwnedRecord.class && c != Object.class; c = c.getSuperclass()) {
            chain.push(c);
        }
        List<java.lang.reflect.Field> found = new ArrayList<>();
        for (Class<?> c : chain) {
            for (java.lang.reflect.Field attribute : c.getDeclaredFields()) {
                if (attribute.isAnnotationPresent(Field.class)) {
                    found.add(attribute);
                }
            }
        }
        return found;
    }

    private static void unique(String type, List<FieldModel> fields) {
        Set<String> names = new HashSet<>();
        Set<String> columns = new HashSet<>();
        for (FieldModel field : fields) {
            check(names.add(field.name()), type, "there are two fields " + field.name());
            check(columns.add(field.column()), type, "two fields have the column " + field.column());
            String second = field.secondColumn();
            check(second == null || columns.add(second), type, "two fields have the column " + second);
        }
    }

    private static void related(String type, RecordType declared) {
        for (String related : declared.related()) {
            check(related.matches("[a-zA-Z0-9]+\\.[a-zA-Z0-9]+#[a-zA-Z0-9]+"), type, "related " + related + " is not of the form area.type#field");
        }
    }

    private static @Nullable String follows(String name, RecordType type, List<FieldModel> fields) {
        if (type.follows().isEmpty()) {
            return null;
        }
        check(fields.stream().anyMatch(field -> field.name().equals(type.follows()) && field.type() == FieldType.REFERENCE), name,
                "it follows " + type.follows() + ", which is no reference");
        return type.follows();
    }

    /** Every title can be sorted by: each record table has its sound as a column. */
    private static FieldModel sortable(FieldModel field) {
        FieldInfo i = field.info();
        return new FieldModel(new FieldInfo(i.name(), i.type(), i.column(), i.required(), i.readOnly(), i.max(), i.min(), i.dictionary(),
                i.reference(), i.list(), i.filter(), true, i.search(), i.sensitive(), i.duplicateKey(), i.section(), i.common(),
                i.match()), field.javaType());
    }

    private static String table(String name, Class<?> entity) {
        Table table = entity.getAnnotation(Table.class);
        check(table != null && !table.name().isBlank(), name, "its class names no @Table");
        return table == null ? "" : table.name();
    }
}
