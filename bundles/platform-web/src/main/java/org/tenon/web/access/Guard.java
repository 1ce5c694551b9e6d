package org.tenon.web.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Authenticator;
import org.tenon.sdk.identity.Authenticator.Session;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.identity.Directory;
import org.tenon.sdk.identity.Grants;
import org.tenon.sdk.rest.Permission;

/** Decides who calls and whether they may. Safe for all threads. */
public final class Guard {

    private final Supplier<Optional<Authenticator>> authenticator;
    private final Supplier<Optional<Directory>> directory;

    public Guard(Supplier<Optional<Authenticator>> authenticator, Supplier<Optional<Directory>> directory) {
        this.authenticator = authenticator;
        this.directory = directory;
    }

    /**
     * Lets the call in or refuses it.
     *
     * @return on whose behalf it runs; empty only where anyone may call
     * @throws TenonException UNAUTHENTICATED, FORBIDDEN, or UNAVAILABLE while there is no identity service
     */
    Optional<Caller> admit(Call call, Need need) {
        if (need instanceof Need.Anyone) {
            return known(call);
        }
        Caller caller = localised(signedIn(call), call);
        if (!holds(caller, need)) {
            throw TenonException.forbidden("this needs the permission " + need.word());
        }
        return Optional.of(caller);
    }

    /**
     * Whether the sender of a request that goes on for long is still signed in.
     *
     * @param caller who they were; the answer while there is no telling
     * @return asked from any thread; empty once the session or token has ended
     */
    public Supplier<Optional<Caller>> follow(HttpServletRequest request, Caller caller) {
        Call call = Call.of(request);
        Need member = Need.of(Permission.MEMBER);
        return () -> {
            try {
                return admit(call, member);
            } catch (TenonException e) {
                return e.kind() == Kind.UNAUTHENTICATED ? Optional.empty() : Optional.of(caller);
            }
        };
    }

    /** On a public call a sender who cannot be known, or whose call another site may have sent, is nobody. */
    private Optional<Caller> known(Call call) {
        if (authenticator.get().isEmpty() || (call.session() == null && call.token() == null)) {
            return Optional.empty();
        }
        try {
            return Optional.of(localised(signedIn(call), call));
        } catch (TenonException nobody) {
            return Optional.empty();
        }
    }

    private Caller signedIn(Call call) {
        Authenticator identity = authenticator.get().orElseThrow(Guard::starting);
        if (call.token() != null) {
            return identity.byToken(call.token()).orElseThrow(() -> nobody("the token is not valid"));
        }
        if (call.session() == null) {
            throw nobody("sign in first");
        }
        Session session = identity.bySession(call.session()).orElseThrow(() -> nobody("the session has ended"));
        if (!call.safe() && !same(session.csrf(), call.csrf())) {
            throw TenonException.forbidden("the header " + Call.CSRF + " is missing or wrong");
        }
        if (session.mustChangePassword() && !call.ownSession()) {
            throw new TenonException(Kind.FORBIDDEN, "the password must be changed first", List.of(),
                    Map.of("mustChangePassword", true), null);
        }
        return session.caller();
    }

    private boolean holds(Caller caller, Need need) {
        if (need instanceof Need.Function function) {
            return directory.get().orElseThrow(Guard::starting).holds(caller, function.word());
        }
        if (need instanceof Need.Grant grant) {
            Grants grants = directory.get().orElseThrow(Guard::starting).grants(caller.memberId());
            return grants.administrator() || grants.records().stream()
                    .anyMatch(one -> one.type().equals(grant.type()) && one.action().equals(grant.action()));
        }
        return true;
    }

    private static Caller localised(Caller caller, Call call) {
        Locale own = caller.locale();
        return own.getLanguage().isEmpty()
                ? new Caller(caller.memberId(), caller.name(), Languages.best(call.language()), caller.system(), caller.session(), caller.via()) : caller;
    }

    /** Takes the same time wherever they differ. */
    private static boolean same(String expected, @Nullable String sent) {
        return sent != null && MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
    }

    private static TenonException nobody(String message) {
        return new TenonException(Kind.UNAUTHENTICATED, message);
    }

    private static TenonException starting() {
        return new TenonException(Kind.UNAVAILABLE, "signing in is not possible just now");
    }
}
