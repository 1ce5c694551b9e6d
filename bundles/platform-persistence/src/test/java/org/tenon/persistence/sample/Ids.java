package org.tenon.persistence.sample;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.tenon.sdk.record.BaseRecord;
import org.tenon.sdk.record.RecordId;

/** Gives new records their ids, as the record engine does: through the accessor the enhancer made. */
public final class Ids {

    private Ids() {
    }

    public static <R extends BaseRecord> R withId(R item) {
        return withId(item, RecordId.next().value());
    }

    public static <R extends BaseRecord> R withId(R item, long id) {
        try {
            Class.forName(BaseRecord.class.getName());
            MethodHandles.privateLookupIn(BaseRecord.class, MethodHandles.lookup())
                .findStatic(BaseRecord.class, "pcSetid", MethodType.methodType(void.class, BaseRecord.class, long.class))
                .invoke((BaseRecord) item, id);
            return item;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    public static Note note(String subject) {
        Note note = withId(new Note());
        note.write(subject, "body of " + subject, new org.tenon.sdk.record.Money(new java.math.BigDecimal("12.5"), "CNY"));
        return note;
    }

    public static Remark remark(String words) {
        Remark remark = withId(new Remark());
        remark.say(1, words);
        return remark;
    }
}
