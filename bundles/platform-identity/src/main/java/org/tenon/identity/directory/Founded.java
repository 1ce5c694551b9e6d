package org.tenon.identity.directory;

/** Says, by being a service, that the organisation has its first administrator. Nobody is asked to sign in before. */
public final class Founded {
}
