package org.tenon.sdk;

/** Why a call was refused; each kind has one HTTP status, the same everywhere. */
public enum Kind {
    /** The input cannot be read at all. */
    UNREADABLE(400),
    /** Nobody is signed in, or the session or token has ended. */
    UNAUTHENTICATED(401),
    /** The caller is known and may not do this. */
    FORBIDDEN(403),
    /** Nothing is there, or nothing that the caller may see. */
    NOT_FOUND(404),
    /** The present state does not allow it. */
    CONFLICT(409),
    /** Someone else changed the record since the caller read it. */
    STALE(412),
    /** More bytes than the limit allows. */
    TOO_LARGE(413),
    /** Fields were refused; {@link TenonException#errors()} names them. */
    INVALID(422),
    /** The call must say which version it changes. */
    VERSION_REQUIRED(428),
    /** Too often in too short a time. */
    THROTTLED(429),
    /** A part is being exchanged or the database is away; trying again shortly is right. */
    UNAVAILABLE(503);

    private final int status;

    Kind(int status) {
        this.status = status;
    }

    /** The HTTP status, 400–503. */
    public int status() {
        return status;
    }
}
