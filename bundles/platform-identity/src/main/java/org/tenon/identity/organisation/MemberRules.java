package org.tenon.identity.organisation;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.identity.directory.Ids;
import org.tenon.identity.directory.MemoryDirectory;
import org.tenon.identity.session.Sessions;
import org.tenon.identity.session.Tokens;
import org.tenon.identity.text.Words;
import org.tenon.persistence.Db;
import org.tenon.sdk.Kind;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.Changes;
import org.tenon.sdk.record.Problems;
import org.tenon.sdk.record.RecordRules;

/** Members: logins of their own, no rights they gave themselves, always an administrator left; who is gone is signed out. */
@Component(service = RecordRules.class)
public final class MemberRules implements RecordRules<Member> {

    private static final Pattern LOGIN = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@-]{1,63}");
    private static final int DEEPEST = 50;

    private final MemoryDirectory directory;
    private final Sessions sessions;
    private final Tokens tokens;
    private final Words words;
    private final Uses uses;
    private final Guard guard;

    @Activate
    public MemberRules(@Reference MemoryDirectory directory, @Reference Sessions sessions, @Reference Tokens tokens, @Reference Words words,
                       @Reference Db db) {
        this.directory = directory;
        this.sessions = sessions;
        this.tokens = tokens;
        this.words = words;
        this.uses = new Uses(db);
        this.guard = new Guard(directory, words);
    }

    @Override
    public Class<Member> type() {
        return Member.class;
    }

    @Override
    public void derive(Member member, Changes changes) {
        member.normalise();
    }

    @Override
    public void validate(Member member, Changes changes, Problems problems) {
        String login = member.login();
        if (login != null && changes.touch("login")) {
            if (!LOGIN.matcher(login).matches()) {
                problems.refuse("login", "login.form");
            } else if (uses.loginTaken(login, member.id())) {
                problems.refuse("login", "login.taken");
            }
        }
        String timeZone = member.timeZone();
        if (timeZone != null && changes.touch("timeZone") && !zone(timeZone)) {
            problems.refuse("timeZone", "timeZone.unknown");
        }
        if (changes.touch("managerId") && manages(member)) {
            problems.refuse("managerId", "manager.cycle");
        }
    }

    @Override
    public void beforeCreate(Member member) {
        guard.create(member);
    }

    @Override
    public void beforeUpdate(Member member, Changes changes) {
        guard.update(member, changes);
        if (changes.touch("roleIds", "status") && administered(changes) && !administers(member)) {
            keepAnAdministrator(member);
        }
    }

    @Override
    public void beforeDelete(Member member) {
        if (Caller.current().memberId() == member.id()) {
            throw words.refused(Kind.CONFLICT, "member.self");
        }
        guard.administrator(member);
        if (administers(member)) {
            keepAnAdministrator(member);
        }
    }

    @Override
    public void written(Member member, Changes changes) {
        if (changes.before("deletedAt") != null && !member.deleted()) {
            guard.administrator(member);
        }
        if (!member.active()) {
            sessions.endAll(member.id());
            tokens.removeAll(member.id());
        }
        directory.changed();
    }

    private boolean administers(Member member) {
        return member.active() && member.roles().stream().anyMatch(directory::administrates);
    }

    private boolean administered(Changes changes) {
        return Member.ACTIVE.equals(changes.before("status"))
                && Ids.parse((String) changes.before("roleIds")).stream().anyMatch(directory::administrates);
    }

    private void keepAnAdministrator(Member leaving) {
        uses.lock("administrators");
        if (!uses.otherAdministrator(leaving.id())) {
            throw words.refused(Kind.CONFLICT, "member.lastAdministrator");
        }
    }

    /** Whether the member stands above their own manager. */
    private boolean manages(Member member) {
        Optional<Long> above = Optional.ofNullable(member.managerId());
        for (int depth = 0; above.isPresent() && depth < DEEPEST; depth++) {
            if (above.get() == member.id()) {
                return true;
            }
            above = uses.manager(above.get());
        }
        return false;
    }

    private static boolean zone(String name) {
        try {
            ZoneId.of(name);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
