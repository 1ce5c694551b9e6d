package org.tenon.records.policy;

import java.util.Map;
import org.tenon.sdk.record.FieldInfo;
import org.tenon.sdk.record.TypeInfo;

/** What one caller may do with one record type, worked out once and kept while roles stay as they are. Immutable. */
public final class TypeAccess {

    private final TypeInfo type;
    private final boolean unlimited;
    private final boolean system;
    private final Map<String, Reach> actions;
    private final Map<String, FieldLevel> limits;

    TypeAccess(TypeInfo type, boolean unlimited, boolean system, Map<String, Reach> actions, Map<String, FieldLevel> limits) {
        this.type = type;
        this.unlimited = unlimited;
        this.system = system;
        this.actions = Map.copyOf(actions);
        this.limits = Map.copyOf(limits);
    }

    public TypeInfo type() {
        return type;
    }

    /** True if some record, at least, may be the object of the action. */
    public boolean may(String action) {
        return reach(action).granted();
    }

    /** The rows the action reaches by grants alone. */
    public Reach reach(String action) {
        return unlimited ? Reach.EVERYTHING : actions.getOrDefault(action, Reach.NOTHING);
    }

    /** How far the caller's rights on the field go; READ at most for what people cannot write. {@code id} is always READ. */
    public FieldLevel level(FieldInfo field) {
        FieldLevel limit = limits.getOrDefault(field.name(), FieldLevel.WRITE);
        return limit == FieldLevel.WRITE && field.readOnly() && !system ? FieldLevel.READ : limit;
    }
}
