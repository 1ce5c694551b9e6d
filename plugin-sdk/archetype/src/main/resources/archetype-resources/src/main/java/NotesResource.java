package ${package};

import java.time.Clock;
import java.time.LocalDate;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordView;
import org.tenon.sdk.record.Records;
import org.tenon.sdk.rest.Permission;
import org.tenon.sdk.rest.RecordResource;

/** The standard record calls of notes, and what one can do with a note. */
@Path("notes")
public final class NotesResource extends RecordResource<Note> {

    private final Clock clock;

    NotesResource(Records records, Clock clock) {
        super(records.of(Note.class));
        this.clock = clock;
    }

    /** Marks it done today. 409 if it is done already. */
    @POST
    @Path("{id}/finish")
    @Permission(Note.TYPE + ":finish")
    public RecordView finish(@PathParam("id") RecordId id) {
        return records.change(id, "finish", note -> note.finish(LocalDate.now(clock)));
    }
}
