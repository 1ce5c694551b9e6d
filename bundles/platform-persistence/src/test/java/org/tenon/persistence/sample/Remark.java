package org.tenon.persistence.sample;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.tenon.sdk.record.BaseRecord;

@Entity
@Table(name = "notes_remark")
public class Remark extends BaseRecord {

    @Column(name = "note_id")
    private long noteId;

    private String words;

    public void say(long note, String what) {
        noteId = note;
        words = what;
    }

    public String words() {
        return words;
    }
}
