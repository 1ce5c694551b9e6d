package org.tenon.sdk.identity;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Tells the gateway who a request comes from. Safe for all threads; costs no database call for a session seen within the last minute. */
@ProviderType
public interface Authenticator {

    /** The member behind a browser session, if it lives. @param csrf the token that calls other than GET and HEAD must repeat */
    record Session(Caller caller, String csrf, boolean mustChangePassword) {
    }

    /** @param cookie the session cookie's value, as the browser sent it */
    Optional<Session> bySession(String cookie);

    /** @param token an API token, as it was shown once */
    Optional<Caller> byToken(String token);
}
