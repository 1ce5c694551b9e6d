package org.tenon.records.write;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tenon.records.dictionary.Dictionaries;
import org.tenon.sdk.record.FieldInfo;
import org.tenon.sdk.record.FieldType;
import org.tenon.sdk.record.Problems;
import org.tenon.sdk.record.RecordId;

/** Fields that hold several values: kept as the text of a JSON array; the same member twice is kept once, an empty list is none. */
final class ListForms {

    private static final int MEMBERS = 100;
    private static final int MEMBER_LENGTH = 63;

    private final Dictionaries dictionaries;
    private final ReferenceForms references;

    ListForms(Dictionaries dictionaries, ReferenceForms references) {
        this.dictionaries = dictionaries;
        this.references = references;
    }

    @Nullable Object attribute(FieldInfo field, Object json, Problems problems) {
        if (!(json instanceof Collection<?> list)) {
            return Coercion.refuse(problems, field, "list");
        }
        if (list.size() > MEMBERS) {
            return Coercion.refuse(problems, field, "tooMany", MEMBERS);
        }
        Set<Object> members = new LinkedHashSet<>();
        for (Object entry : list) {
            Object member = member(field, entry, problems);
            if (member == Coercion.REFUSED) {
                return member;
            }
            if (member != null) {
                members.add(member);
            }
        }
        if (members.isEmpty()) {
            return null;
        }
        String text = Attributes.text(new ArrayList<>(members));
        return text.length() > 20_000 ? Coercion.refuse(problems, field, "tooMany", members.size() - 1) : text;
    }

    /** The member in JSON form, null for an empty one. */
    private @Nullable Object member(FieldInfo field, @Nullable Object entry, Problems problems) {
        return switch (field.type()) {
            case PHONES, EMAILS -> contact(field, entry, problems);
            case FILES -> {
                Object id = entry == null ? Coercion.REFUSED : references.id(field, "files", entry, problems);
                yield id instanceof Long number ? RecordId.text(number) : id;
            }
            case REFERENCES -> {
                Object id = entry == null ? Coercion.REFUSED : references.id(field, String.valueOf(field.reference()), entry, problems);
                yield id instanceof Long number ? RecordId.text(number) : id;
            }
            default -> word(field, entry, problems);
        };
    }

    private @Nullable Object word(FieldInfo field, @Nullable Object entry, Problems problems) {
        if (!(entry instanceof String raw)) {
            return Coercion.refuse(problems, field, "list");
        }
        String word = raw.strip();
        String wrong = TextForms.wrong(FieldType.TEXT, word);
        if (wrong != null) {
            return Coercion.refuse(problems, field, wrong);
        }
        if (word.length() > MEMBER_LENGTH) {
            return Coercion.refuse(problems, field, "tooLong", MEMBER_LENGTH);
        }
        if (word.isEmpty()) {
            return null;
        }
        boolean known = field.type() != FieldType.MULTI_CHOICE || field.dictionary() == null || dictionaries.has(field.dictionary(), word);
        return known ? word : Coercion.refuse(problems, field, "choice");
    }

    private @Nullable Object contact(FieldInfo field, @Nullable Object entry, Problems problems) {
        if (!(entry instanceof Map<?, ?> map) || !Set.of("kind", "value").containsAll(map.keySet()) || !(map.get("value") instanceof String raw)) {
            return Coercion.refuse(problems, field, field.type().key());
        }
        Object kind = map.get("kind") == null ? "other" : map.get("kind");
        if (!(kind instanceof String name) || field.dictionary() != null && !dictionaries.has(field.dictionary(), name)) {
            return Coercion.refuse(problems, field, "kind");
        }
        String value = raw.strip();
        if (value.isEmpty()) {
            return null;
        }
        String wrong = TextForms.wrong(field.type(), value);
        if (wrong != null) {
            return Coercion.refuse(problems, field, wrong);
        }
        Map<String, Object> contact = new LinkedHashMap<>();
        contact.put("kind", name);
        contact.put("value", value);
        return contact;
    }
}
