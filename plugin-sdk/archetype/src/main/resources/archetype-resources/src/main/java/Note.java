package ${package};

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.record.Field;
import org.tenon.sdk.record.FieldType;
import org.tenon.sdk.record.OwnedRecord;
import org.tenon.sdk.record.RecordType;

/** Something to be done. From this declaration come list, form, page, REST calls, import, export, permissions and history. */
@RecordType(area = "${area}", name = "note", plural = "notes", title = "title", actions = "finish")
@Entity
@Table(name = "${area}_note")
public class Note extends OwnedRecord {

    public static final String TYPE = "${area}.note";

    @Field(list = 1, search = 3, required = true, max = 120)
    private @Nullable String title;

    @Field(type = FieldType.LONG_TEXT, search = 1, max = 2000)
    private @Nullable String content;

    /** The day it was done, null until then. */
    @Field(list = 2, filter = true, readOnly = true)
    @Column(name = "done_on")
    private @Nullable LocalDate doneOn;

    public boolean done() {
        return doneOn != null;
    }

    /** @throws TenonException CONFLICT if it is done already */
    void finish(LocalDate day) {
        if (done()) {
            throw TenonException.conflict("this note is done already");
        }
        doneOn = day;
    }
}
