package org.tenon.identity.organisation;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.identity.text.Words;
import org.tenon.persistence.Db;
import org.tenon.sdk.Kind;
import org.tenon.sdk.record.RecordRules;

/** A position somebody holds stays. */
@Component(service = RecordRules.class)
public final class PositionRules implements RecordRules<Position> {

    private final Words words;
    private final Uses uses;

    @Activate
    public PositionRules(@Reference Words words, @Reference Db db) {
        this.words = words;
        this.uses = new Uses(db);
    }

    @Override
    public Class<Position> type() {
        return Position.class;
    }

    @Override
    public void beforeDelete(Position position) {
        long members = uses.membersOnPosition(position.id());
        if (members > 0) {
            throw words.refused(Kind.CONFLICT, "position.inUse", members);
        }
    }
}
