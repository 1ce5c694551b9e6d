package org.tenon.identity.session;

import java.time.Instant;

/**
 * An open session.
 *
 * @param seen    the last request, to the minute
 * @param expires the latest end
 * @param agent   what the browser calls itself, cut at 255 characters
 * @param mustChange whether the member must set a password before anything else
 */
public record SessionInfo(long id, long memberId, Instant created, Instant seen, Instant expires, String address, String agent,
                          boolean mustChange) {
}
