package org.tenon.identity.organisation;

import java.util.Objects;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.identity.directory.MemoryDirectory;
import org.tenon.identity.text.Words;
import org.tenon.persistence.Db;
import org.tenon.sdk.Kind;
import org.tenon.sdk.record.Changes;
import org.tenon.sdk.record.Problems;
import org.tenon.sdk.record.RecordRules;

/** Departments form a tree; one that has members or departments below it stays. */
@Component(service = RecordRules.class)
public final class DepartmentRules implements RecordRules<Department> {

    private static final int DEEPEST = 30;

    private final MemoryDirectory directory;
    private final Words words;
    private final Uses uses;

    @Activate
    public DepartmentRules(@Reference MemoryDirectory directory, @Reference Words words, @Reference Db db) {
        this.directory = directory;
        this.words = words;
        this.uses = new Uses(db);
    }

    @Override
    public Class<Department> type() {
        return Department.class;
    }

    @Override
    public void derive(Department department, Changes changes) {
        department.placeLast();
    }

    @Override
    public void validate(Department department, Changes changes, Problems problems) {
        if (!changes.touch("parentId") || department.parentId() == null) {
            return;
        }
        uses.lock("departments");
        int depth = 1;
        Optional<Long> above = Optional.of(Objects.requireNonNull(department.parentId()));
        while (above.isPresent() && depth <= DEEPEST) {
            if (above.get() == department.id()) {
                problems.refuse("parentId", "department.cycle");
                return;
            }
            above = uses.parent(above.get());
            depth++;
        }
        if (depth > DEEPEST) {
            problems.refuse("parentId", "department.depth", DEEPEST);
        }
    }

    @Override
    public void beforeDelete(Department department) {
        uses.lock("departments");
        long below = uses.children(department.id());
        long members = uses.activeMembersIn(department.id());
        if (below > 0 || members > 0) {
            throw words.refused(Kind.CONFLICT, "department.inUse", below, members);
        }
    }

    @Override
    public void written(Department department, Changes changes) {
        directory.changed();
    }
}
