package ${package};

import org.osgi.service.component.annotations.Component;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.record.Changes;
import org.tenon.sdk.record.RecordRules;

/** What must hold, whatever way a change comes: form, REST, import. */
@Component(service = RecordRules.class)
public final class NoteRules implements RecordRules<Note> {

    @Override
    public Class<Note> type() {
        return Note.class;
    }

    /** What is done stays as it was. */
    @Override
    public void beforeUpdate(Note note, Changes changes) {
        if (note.done() && changes.touch("title", "content")) {
            throw TenonException.conflict("this note is done and can no longer be changed");
        }
    }
}
