package org.tenon.identity.organisation;

import java.util.ArrayList;
import java.util.List;
import org.tenon.identity.directory.Ids;
import org.tenon.identity.directory.MemoryDirectory;
import org.tenon.identity.text.Words;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.Changes;

/** Keeps members from raising their own rights, and others' hands off administrators. The system may do everything. */
final class Guard {

    /** What decides which records a member sees and what they may do. */
    private static final String[] RIGHTS = {"roleIds", "departmentIds", "managerId"};

    private final MemoryDirectory directory;
    private final Words words;

    Guard(MemoryDirectory directory, Words words) {
        this.directory = directory;
        this.words = words;
    }

    void create(Member member) {
        if (!member.roles().isEmpty()) {
            roles(member.roles());
        }
    }

    void update(Member member, Changes changes) {
        Caller caller = Caller.current();
        if (unlimited(caller)) {
            return;
        }
        boolean own = caller.memberId() == member.id();
        if (changes.touch("roleIds")) {
            List<Long> touched = new ArrayList<>(Ids.parse((String) changes.before("roleIds")));
            touched.addAll(member.roles());
            roles(touched);
        }
        if (own && changes.touch(RIGHTS)) {
            throw words.refused(Kind.FORBIDDEN, "member.own");
        }
        if (!own) {
            administrator(member);
        }
    }

    /** @throws org.tenon.sdk.TenonException FORBIDDEN if the member is an administrator and the caller is none */
    void administrator(Member member) {
        if (!unlimited(Caller.current()) && member.roles().stream().anyMatch(directory::administrates)) {
            throw words.refused(Kind.FORBIDDEN, "member.administrator");
        }
    }

    /** Whether the caller may give and take these roles. */
    private void roles(List<Long> roles) {
        Caller caller = Caller.current();
        if (!directory.holds(caller, "identity:manage")) {
            throw words.refused(Kind.FORBIDDEN, "member.roles");
        }
        if (!unlimited(caller) && roles.stream().anyMatch(directory::administrates)) {
            throw words.refused(Kind.FORBIDDEN, "role.forAdministrators");
        }
    }

    private boolean unlimited(Caller caller) {
        return caller.system() || directory.grants(caller.memberId()).administrator();
    }
}
