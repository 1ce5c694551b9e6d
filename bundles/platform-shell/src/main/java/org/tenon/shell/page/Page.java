package org.tenon.shell.page;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * index.html, new for every answer: the content security policy lets only styles with this answer's nonce in, and no inline script but the
 * import map, which is known by its hash.
 */
final class Page {

    private static final Pattern HASH = Pattern.compile("\"importMap\"\\s*:\\s*\"(sha256-[A-Za-z0-9+/=]+)\"");
    private static final String PLACE = "__NONCE__";

    private final String before;
    private final String after;
    private final String hash;
    private final SecureRandom random = new SecureRandom();

    /**
     * @param html the built page; holds {@code __NONCE__} once
     * @param csp  csp.json of the build
     */
    Page(byte[] html, byte[] csp) {
        String text = new String(html, StandardCharsets.UTF_8);
        Matcher found = HASH.matcher(new String(csp, StandardCharsets.UTF_8));
        int place = text.indexOf(PLACE);
        if (place < 0 || !found.find()) {
            throw new IllegalArgumentException("the web shell was not built completely");
        }
        before = text.substring(0, place);
        after = text.substring(place + PLACE.length());
        hash = found.group(1);
    }

    /** @param nonce of this answer alone */
    byte[] html(String nonce) {
        return (before + nonce + after).getBytes(StandardCharsets.UTF_8);
    }

    String policy(String nonce) {
        return "default-src 'self'; script-src 'self' '" + hash + "'; style-src 'self' 'nonce-" + nonce + "'; style-src-attr 'unsafe-inline'; "
                + "img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; "
                + "frame-ancestors 'none'";
    }

    /** 128 random bits. */
    String nonce() {
        byte[] bits = new byte[16];
        random.nextBytes(bits);
        return Base64.getEncoder().encodeToString(bits);
    }
}
