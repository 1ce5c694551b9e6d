package org.tenon.identity.session;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.identity.directory.Founded;
import org.tenon.identity.directory.MemoryDirectory;
import org.tenon.identity.directory.Person;
import org.tenon.identity.password.Secrets;
import org.tenon.sdk.identity.Authenticator;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.identity.Via;
import org.tenon.sdk.record.RecordId;

/** Finds the member behind a cookie or token. Name, language and whether they still work here come from the directory at each call. */
@Component
public final class MemberAuthenticator implements Authenticator {

    private final Sessions sessions;
    private final Tokens tokens;
    private final MemoryDirectory directory;

    @Activate
    public MemberAuthenticator(@Reference Sessions sessions, @Reference Tokens tokens, @Reference MemoryDirectory directory,
                               @Reference Founded founded) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.directory = directory;
    }

    @Override
    public Optional<Session> bySession(String cookie) {
        return sessions.find(cookie).flatMap(session -> caller(session.memberId(), session.id(), Via.SCREEN)
                .map(caller -> new Session(caller, Secrets.csrf(cookie), session.mustChange())));
    }

    @Override
    public Optional<Caller> byToken(String token) {
        return tokens.find(token).flatMap(known -> caller(known.memberId(), known.id(), Via.TOKEN));
    }

    private Optional<Caller> caller(long memberId, long session, Via via) {
        return directory.person(memberId).filter(Person::active)
                .map(person -> new Caller(memberId, person.name(), person.locale(), false, RecordId.text(session), via));
    }
}
