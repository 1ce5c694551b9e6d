package org.tenon.identity.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.identity.audit.AuditLog;
import org.tenon.identity.audit.AuditLog.Event;
import org.tenon.identity.directory.MemoryDirectory;
import org.tenon.identity.directory.Person;
import org.tenon.identity.password.Credentials;
import org.tenon.identity.password.PasswordRules;
import org.tenon.identity.password.Secrets;
import org.tenon.identity.session.SignIn.Origin;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.text.Labels;
import org.tenon.sdk.tx.Tx;

/** What happens to a member's password and sessions together. Safe for all threads. */
@Component(service = Account.class)
public final class Account {

    private final MemoryDirectory directory;
    private final Credentials credentials;
    private final Sessions sessions;
    private final SignIn signIn;
    private final AuditLog audit;
    private final Labels labels;
    private final Tx tx;
    private final PasswordRules rules = new PasswordRules();

    @Activate
    public Account(@Reference MemoryDirectory directory, @Reference Credentials credentials, @Reference Sessions sessions,
                   @Reference SignIn signIn, @Reference AuditLog audit, @Reference Labels labels, @Reference Tx tx) {
        this.directory = directory;
        this.credentials = credentials;
        this.sessions = sessions;
        this.signIn = signIn;
        this.audit = audit;
        this.labels = labels;
        this.tx = tx;
    }

    /**
     * The member sets a new password: every session of theirs ends, and a new one begins.
     *
     * @return the new session's token
     * @throws TenonException INVALID for a wrong present or an unfit new password, THROTTLED
     */
    public String change(long memberId, String current, String next, Origin origin) {
        Person person = directory.person(memberId).orElseThrow(() -> TenonException.notFound("the member is gone"));
        if (!signIn.confirms(person, current, origin)) {
            audit.note(Event.PASSWORD_CHANGE_FAILED, memberId, memberId, origin.address(), "");
            throw refused("current", "password.current", origin.language());
        }
        if (next.equals(current)) {
            throw refused("next", "password.same", origin.language());
        }
        rules.refusal(next, known(person)).ifPresent(why -> {
            throw refused("next", "password." + why, origin.language());
        });
        String hash = credentials.hash(next);
        return tx.required(() -> {
            credentials.setHash(memberId, hash, false);
            sessions.endAll(memberId);
            audit.note(Event.PASSWORD_CHANGED, memberId, memberId, origin.address(), "");
            return sessions.open(memberId, origin.address(), origin.agent());
        });
    }

    /** Gives the member a one-time password and ends their sessions. @return the password, shown once */
    public String reset(long memberId) {
        String password = Secrets.password();
        String hash = credentials.hash(password);
        tx.run(() -> {
            credentials.setHash(memberId, hash, true);
            sessions.endAll(memberId);
            audit.note(Event.PASSWORD_RESET, memberId, "");
        });
        return password;
    }

    private TenonException refused(String field, String code, Locale language) {
        return TenonException.invalid(field, code, labels.text("identity", "problem." + code, language, PasswordRules.MIN, PasswordRules.MAX));
    }

    private static List<String> known(Person person) {
        List<String> words = new ArrayList<>(List.of(person.login(), person.name()));
        words.addAll(List.of(person.login().split("[@._-]+")));
        return words;
    }
}
