package org.tenon.identity.session;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tenon.identity.audit.AuditLog;
import org.tenon.identity.audit.AuditLog.Event;
import org.tenon.identity.directory.MemoryDirectory;
import org.tenon.identity.directory.Person;
import org.tenon.identity.password.Credentials;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.text.Labels;

/** Signing in with login and password. Whether a login exists shows neither in the answer nor in the time it takes. Safe for all threads. */
@Component(service = SignIn.class)
public final class SignIn {

    private static final Logger log = LoggerFactory.getLogger(SignIn.class);
    private static final int LONGEST = 500;

    private final MemoryDirectory directory;
    private final Credentials credentials;
    private final Sessions sessions;
    private final AuditLog audit;
    private final Labels labels;
    private final Throttle throttle;

    /** Where a request comes from. @param language for the answer */
    public record Origin(String address, String agent, Locale language) {
    }

    @Activate
    public SignIn(@Reference MemoryDirectory directory, @Reference Credentials credentials, @Reference Sessions sessions, @Reference AuditLog audit,
                  @Reference Labels labels) {
        this(directory, credentials, sessions, audit, labels, new Throttle(Clock.systemUTC()));
    }

    /** For tests. */
    public SignIn(MemoryDirectory directory, Credentials credentials, Sessions sessions, AuditLog audit, Labels labels, Throttle throttle) {
        this.directory = directory;
        this.credentials = credentials;
        this.sessions = sessions;
        this.audit = audit;
        this.labels = labels;
        this.throttle = throttle;
    }

    /**
     * Opens a session; one that the browser still had ends.
     *
     * @param before the browser's present session cookie, null for none
     * @return the new session's token
     * @throws TenonException UNAUTHENTICATED, THROTTLED
     */
    public String signIn(String login, String password, Origin origin, @Nullable String before) {
        String folded = login.strip().toLowerCase(Locale.ROOT);
        Optional<Person> known = check(folded, password, origin);
        if (known.isEmpty()) {
            audit.note(Event.SIGN_IN_FAILED, 0, directory.byLogin(folded).map(Person::id).orElse(0L), origin.address(), "");
            throw new TenonException(Kind.UNAUTHENTICATED, labels.text("identity", "signIn.wrong", origin.language()));
        }
        Person person = known.get();
        if (before != null) {
            sessions.find(before).ifPresent(old -> sessions.end(old.memberId(), old.id()));
        }
        String token = sessions.open(person.id(), origin.address(), origin.agent());
        audit.note(Event.SIGNED_IN, person.id(), person.id(), origin.address(), "");
        log.debug("member {} signed in", person.id());
        return token;
    }

    /** Checks the password of a member who is signed in already, throttled the same way. */
    boolean confirms(Person person, String password, Origin origin) {
        return check(person.login(), password, origin).isPresent();
    }

    private Optional<Person> check(String login, String password, Origin origin) {
        if (login.length() > LONGEST || password.length() > LONGEST) {
            throw TenonException.unreadable("login or password is longer than %d characters".formatted(LONGEST));
        }
        try {
            throttle.attempt(login, origin.address());
        } catch (TenonException e) {
            Object wait = e.details().getOrDefault("retryAfter", 0);
            audit.note(Event.SIGN_IN_THROTTLED, 0, directory.byLogin(login).map(Person::id).orElse(0L), origin.address(), wait + " s");
            throw new TenonException(Kind.THROTTLED, labels.text("identity", "signIn.tooOften", origin.language(), wait), e.errors(), e.details(), e);
        }
        Optional<Person> person = directory.byLogin(login).filter(Person::active);
        boolean right = credentials.matches(person.map(Person::id).orElse(0L), password);
        if (right) {
            throttle.succeeded(login, origin.address());
        }
        return person.filter(someone -> right);
    }
}
