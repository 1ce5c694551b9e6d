package org.tenon.records.write;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tenon.persistence.PersistenceUnit;
import org.tenon.records.duplicates.Duplicates;
import org.tenon.records.duplicates.MatchTable;
import org.tenon.records.log.ChangeRow;
import org.tenon.records.log.FieldChanges;
import org.tenon.records.model.CustomValues;
import org.tenon.records.policy.Row;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.RecordId;

/** Stores drafts: record, history, members of lists, in one transaction. Safe for all threads. */
final class Storing {

    private final Writing writing;
    private final ValueTable values;
    private final UniqueTable unique;
    private final OwnFiles files;
    private final CustomWork custom;
    private final MatchTable matches;

    Storing(Writing writing) {
        this.writing = writing;
        this.values = new ValueTable(writing.db());
        this.unique = new UniqueTable(writing);
        this.files = new OwnFiles(writing);
        this.custom = new CustomWork(writing);
        this.matches = new MatchTable(writing.db());
    }

    /** Stores new records, with as few statements as can be. They need not be of one type. */
    void create(List<Draft> drafts) {
        writing.touches().add(drafts);
        LocalDateTime now = writing.now();
        Long member = member();
        Set<PersistenceUnit> units = new LinkedHashSet<>();
        custom.number(drafts);
        for (Draft draft : drafts) {
            draft.retitle();
            keepCustom(draft);
            draft.set("createdAt", now);
            draft.set("createdBy", member);
            draft.set("updatedAt", now);
            draft.set("updatedBy", member);
            draft.model().unit().entityManager().persist(draft.item());
            units.add(draft.model().unit());
        }
        units.forEach(unit -> flush(unit, drafts.get(0)));
        values.write(drafts, true);
        unique.write(drafts, true);
        files.attach(drafts);
        matches.add(drafts.stream().map(Draft::match).toList());
        List<ChangeRow> rows = new ArrayList<>(drafts.size());
        drafts.forEach(draft -> rows.add(row(draft, "create", now, FieldChanges.write(draft.changes()))));
        writing.log().append(rows);
        drafts.forEach(draft -> writing.rules().of(draft.model().entity()).written(draft.item(), draft));
    }

    /** Stores a changed record. One that does not differ from before is left alone if the action is {@code update}. */
    void update(Draft draft, String action) {
        update(List.of(draft), each -> action);
    }

    /** Stores changed records, with as few statements as can be. They need not be of one type. */
    void update(List<Draft> drafts, Function<Draft, String> action) {
        writing.touches().add(drafts);
        LocalDateTime now = writing.now();
        Long member = member();
        List<Draft> dirty = new ArrayList<>();
        List<Draft> told = new ArrayList<>();
        Set<PersistenceUnit> units = new LinkedHashSet<>();
        for (Draft draft : drafts) {
            draft.retitle();
            keepCustom(draft);
            if (Values.dirty(draft.item())) {
                draft.set("updatedAt", now);
                draft.set("updatedBy", member);
                dirty.add(draft);
                units.add(draft.model().unit());
            }
            if (Values.dirty(draft.item()) || !action.apply(draft).equals("update")) {
                told.add(draft);
            }
        }
        units.forEach(unit -> flush(unit, dirty.get(0)));
        values.write(dirty, false);
        unique.write(dirty, false);
        files.attach(dirty);
        unique.moved(dirty.stream().filter(Draft::moved).toList());
        match(dirty, action);
        List<ChangeRow> rows = new ArrayList<>(told.size());
        told.forEach(draft -> rows.add(row(draft, action.apply(draft), now, FieldChanges.write(draft.changes()))));
        writing.log().append(rows);
        told.forEach(draft -> writing.rules().of(draft.model().entity()).written(draft.item(), draft));
    }

    /** Keys follow the fields they are made of, and leave with a deleted record. */
    private void match(List<Draft> dirty, Function<Draft, String> action) {
        List<Draft> touched = dirty.stream().filter(draft -> Duplicates.looksAt(draft.model()))
                .filter(draft -> !action.apply(draft).equals("update") || Duplicates.touched(draft.model(), draft.fields())).toList();
        if (!touched.isEmpty()) {
            matches.remove(touched.stream().map(draft -> draft.item().id()).toList());
            matches.add(touched.stream().filter(draft -> !draft.item().deleted()).map(Draft::match).toList());
        }
    }

    private void keepCustom(Draft draft) {
        if (!draft.keepCustom()) {
            String text = writing.labels().text("records", "problem.customTooLong", Caller.current().locale(), CustomValues.MOST);
            throw TenonException.invalid("", "customTooLong", text);
        }
    }

    private void flush(PersistenceUnit unit, Draft draft) {
        try {
            unit.entityManager().flush();
        } catch (RuntimeException e) {
            throw Clashes.translate(e, draft.model(), writing.labels(), Caller.current().locale());
        }
    }

    private static ChangeRow row(Draft draft, String action, LocalDateTime now, String fields) {
        Caller caller = Caller.current();
        Row row = Row.of(draft.item());
        return new ChangeRow(RecordId.next().value(), draft.model().name(), row.id(), action, draft.item().version(), row.ownerId(),
                row.departmentId(), caller.memberId(), caller.name(), now, fields);
    }

    private static @Nullable Long member() {
        long member = Caller.current().memberId();
        return member == 0 ? null : member;
    }
}
