package org.tenon.records.write;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tenon.records.model.FieldModel;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.record.FieldInfo;
import org.tenon.sdk.record.Problems;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordRef;

/** Fields that point to other records. Ids are their 13 characters, or {@link RecordId} from Java. */
final class ReferenceForms {

    private final References references;

    ReferenceForms(References references) {
        this.references = references;
    }

    Object attribute(FieldModel field, Object json, Problems problems) {
        FieldInfo info = field.info();
        if (field.anyReference()) {
            return any(info, json, problems);
        }
        String type = switch (info.type()) {
            case MEMBER -> "identity.member";
            case DEPARTMENT -> "identity.department";
            default -> String.valueOf(info.reference());
        };
        return id(info, type, json, problems);
    }

    /** The id as a Long. */
    Object id(FieldInfo field, String type, Object json, Problems problems) {
        RecordId id = json instanceof RecordId given ? given : json instanceof String text ? parse(text) : null;
        if (id == null || !references.exists(field.type(), type, id.value())) {
            return Coercion.refuse(problems, field, "reference");
        }
        return id.value();
    }

    private Object any(FieldInfo field, Object json, Problems problems) {
        if (json instanceof RecordRef ref) {
            Object id = id(field, ref.type(), new RecordId(ref.target()), problems);
            return id == Coercion.REFUSED ? id : new RecordRef(ref.type(), ref.target());
        }
        if (json instanceof Map<?, ?> map && map.size() == 2 && map.get("type") instanceof String type && map.get("id") != null) {
            Object id = id(field, type, map.get("id"), problems);
            return id == Coercion.REFUSED ? id : new RecordRef(type, (Long) id);
        }
        return Coercion.refuse(problems, field, "reference");
    }

    private static @Nullable RecordId parse(String text) {
        try {
            return RecordId.of(text);
        } catch (TenonException e) {
            return null;
        }
    }
}
