package org.tenon.identity.organisation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tenon.identity.sql.Sql;
import org.tenon.persistence.Db;
import org.tenon.persistence.DbKind;
import org.tenon.sdk.record.RecordId;

/**
 * Who refers to what within the organisation, asked inside the write's transaction. On Derby the answers count what other transactions have
 * written and not committed yet: waiting for them there would mean waiting for one that waits for {@link #lock}. PostgreSQL never waits.
 */
final class Uses {

    private final Sql sql;
    private final String unwaiting;

    Uses(Db db) {
        this.sql = new Sql(db);
        this.unwaiting = db.kind() == DbKind.DERBY ? " WITH UR" : "";
    }

    /** Lets transactions that could break a rule together pass one after another. @param name a row of identity_lock */
    void lock(String name) {
        if (sql.update("UPDATE identity_lock SET turns = turns + 1 WHERE name = ?", name) != 1) {
            throw new IllegalStateException("identity_lock lacks the row " + name);
        }
    }

    Optional<Long> parent(long departmentId) {
        return sql.first(row -> row.getLong(1), "SELECT parent_id FROM identity_department WHERE id = ? AND parent_id IS NOT NULL" + unwaiting, departmentId);
    }

    long children(long departmentId) {
        return count("identity_department WHERE deleted_token = 0 AND parent_id = ?", departmentId);
    }

    long activeMembersIn(long departmentId) {
        return count("identity_member WHERE deleted_token = 0 AND status = 'active' AND department_ids LIKE ?", holding(departmentId));
    }

    long membersWithRole(long roleId) {
        return count("identity_member WHERE deleted_token = 0 AND role_ids LIKE ?", holding(roleId));
    }

    long membersOnPosition(long positionId) {
        return count("identity_member WHERE deleted_token = 0 AND position_id = ?", positionId);
    }

    Optional<Long> manager(long memberId) {
        return sql.first(row -> row.getLong(1), "SELECT manager_id FROM identity_member WHERE id = ? AND manager_id IS NOT NULL" + unwaiting,
                memberId);
    }

    boolean loginTaken(String login, long byOtherThan) {
        return count("identity_member WHERE deleted_token = 0 AND login = ? AND id <> ?", login, byOtherThan) > 0;
    }

    boolean roleNameTaken(String name, long byOtherThan) {
        return count("identity_role WHERE deleted_token = 0 AND name = ? AND id <> ?", name, byOtherThan) > 0;
    }

    /** Whether an active member other than this one may do everything. */
    boolean otherAdministrator(long memberId) {
        return sql.list(row -> row.getLong(1), "SELECT id FROM identity_role WHERE deleted_token = 0 AND administrator = TRUE" + unwaiting).stream()
                .anyMatch(role -> count("identity_member WHERE deleted_token = 0 AND status = 'active' AND id <> ? AND role_ids LIKE ?", memberId,
                        holding(role)) > 0);
    }

    private long count(String what, Object... parameters) {
        @Nullable Long count = sql.first(row -> row.getLong(1), "SELECT COUNT(*) FROM " + what + unwaiting, parameters).orElse(null);
        return count == null ? 0 : count;
    }

    private static String holding(long id) {
        return "%\"" + RecordId.text(id) + "\"%";
    }
}
