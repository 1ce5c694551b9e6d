package org.tenon.identity.organisation;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.identity.audit.AuditLog;
import org.tenon.identity.audit.AuditLog.Event;
import org.tenon.identity.directory.MemoryDirectory;
import org.tenon.identity.text.Words;
import org.tenon.persistence.Db;
import org.tenon.sdk.Kind;
import org.tenon.sdk.record.Changes;
import org.tenon.sdk.record.Problems;
import org.tenon.sdk.record.RecordRules;

/** Roles have names of their own; one that somebody has stays, and so does the administrators'. */
@Component(service = RecordRules.class)
public final class RoleRules implements RecordRules<Role> {

    private final MemoryDirectory directory;
    private final Words words;
    private final Uses uses;
    private final AuditLog audit;

    @Activate
    public RoleRules(@Reference MemoryDirectory directory, @Reference Words words, @Reference Db db, @Reference AuditLog audit) {
        this.directory = directory;
        this.words = words;
        this.uses = new Uses(db);
        this.audit = audit;
    }

    @Override
    public Class<Role> type() {
        return Role.class;
    }

    @Override
    public void validate(Role role, Changes changes, Problems problems) {
        String name = role.name();
        if (name != null && changes.touch("name") && uses.roleNameTaken(name, role.id())) {
            problems.refuse("name", "role.taken");
        }
    }

    @Override
    public void beforeDelete(Role role) {
        if (role.administrator()) {
            throw words.refused(Kind.CONFLICT, "role.administrators");
        }
        long members = uses.membersWithRole(role.id());
        if (members > 0) {
            throw words.refused(Kind.CONFLICT, "role.inUse", members);
        }
    }

    @Override
    public void written(Role role, Changes changes) {
        audit.note(Event.ROLE_CHANGED, role.id(), role.version() <= 1 ? "made" : role.deleted() ? "deleted" : String.join(" ", changes.fields()));
        directory.changed();
    }
}
