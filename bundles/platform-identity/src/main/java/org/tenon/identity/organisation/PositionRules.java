package org.tenon.identity.organisation;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.persistence.Db;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.record.RecordRules;

/** A position somebody holds stays. */
@Component(service = RecordRules.class)
public final class PositionRules implements RecordRules<Position> {

    private final Uses uses;

    @Activate
    public PositionRules(@Reference Db db) {
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
            throw TenonException.conflict("%d members hold this position".formatted(members));
        }
    }
}
