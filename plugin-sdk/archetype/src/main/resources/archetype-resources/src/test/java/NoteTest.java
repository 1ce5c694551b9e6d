package ${package};

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.RecordQuery;
import org.tenon.sdk.record.RecordStore;
import org.tenon.sdk.record.RecordView;
import org.tenon.testkit.plugin.PluginEngine;

class NoteTest {

    @RegisterExtension
    static final PluginEngine ENGINE = PluginEngine.inMemory("${area}", Note.class).rules(new NoteRules());

    private final RecordStore<Note> notes = ENGINE.records().of(Note.class);
    private final NotesResource resource = new NotesResource(ENGINE.records(), ENGINE.clock());
    private final Caller author = ENGINE.member("张伟", "${area}.note:read", "${area}.note:create", "${area}.note:update", "${area}.note:finish");

    private RecordView note() {
        return author.run(() -> notes.create(Map.of("title", "Call back")));
    }

    @Test
    void aNoteIsDoneOnceOnly() {
        RecordView note = note();
        assertThat(author.run(() -> resource.finish(note.id())).json()).containsEntry("doneOn", LocalDate.now(ENGINE.clock()).toString());
        assertThatThrownBy(() -> author.run(() -> resource.finish(note.id()))).isInstanceOf(TenonException.class).hasMessageContaining("done already");
    }

    @Test
    void whatIsDoneStaysAsItWas() {
        RecordView done = author.run(() -> resource.finish(note().id()));
        assertThatThrownBy(() -> author.run(() -> notes.update(done.id(), done.version(), Map.of("title", "Other")))).isInstanceOf(TenonException.class);
        assertThat(author.run(() -> notes.get(done.id())).json()).containsEntry("title", "Call back");
    }

    @Test
    void whoMayNotFinishIsRefused() {
        RecordView note = note();
        Caller reader = ENGINE.member("王芳", "${area}.note:read");
        assertThatThrownBy(() -> reader.run(() -> resource.finish(note.id()))).isInstanceOf(TenonException.class);
    }

    @Test
    void oldNotesGoIntoTheRecycleBinAfterNinetyDays() {
        RecordView done = author.run(() -> resource.finish(note().id()));
        ENGINE.clock().forward(Duration.ofDays(90));
        ENGINE.run(new TidyUp(ENGINE.records(), ENGINE.clock()));
        assertThat(author.run(() -> notes.get(done.id())).id()).isEqualTo(done.id());
        ENGINE.clock().forward(Duration.ofDays(1));
        ENGINE.run(new TidyUp(ENGINE.records(), ENGINE.clock()));
        assertThat(ENGINE.system(() -> notes.page(RecordQuery.first(200))).items()).extracting(RecordView::id).doesNotContain(done.id());
    }
}
