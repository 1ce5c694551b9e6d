package org.tenon.identity.password;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * The slow hash of passwords: PBKDF2 with HMAC-SHA-512, 16 bytes of salt, as {@code pbkdf2-sha512$<rounds>$<salt>$<hash>}. The same password
 * typed on another keyboard system (NFKC) is the same. Safe for all threads.
 */
public final class PasswordHash {

    /** OWASP's figure for PBKDF2-HMAC-SHA512 (2023). */
    public static final int ROUNDS = 210_000;

    private static final String SCHEME = "pbkdf2-sha512";
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;

    private final int rounds;
    private final SecureRandom random = new SecureRandom();
    private final String nobodys;

    /** @param rounds at least 1; fewer than {@link #ROUNDS} for tests only */
    public PasswordHash(int rounds) {
        this.rounds = rounds;
        this.nobodys = of("");
    }

    /** A fresh hash of the password. */
    public String of(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return String.join("$", SCHEME, Integer.toString(rounds), base64.encodeToString(salt), base64.encodeToString(derive(password, salt, rounds)));
    }

    /** Whether the hash is this password's. Takes as long whichever it is. */
    public boolean matches(String password, String hash) {
        String[] parts = hash.split("\\$");
        if (parts.length != 4 || !parts[0].equals(SCHEME)) {
            throw new IllegalArgumentException("not a password hash of ours");
        }
        byte[] expected = Base64.getDecoder().decode(parts[3]);
        return MessageDigest.isEqual(expected, derive(password, Base64.getDecoder().decode(parts[2]), Integer.parseInt(parts[1])));
    }

    /** Spends the time of {@link #matches}, for a log-in of nobody's. */
    public void pretend(String password) {
        matches(password, nobodys);
    }

    /** True if the hash was made with another number of rounds than is right now. */
    public boolean outdated(String hash) {
        return !hash.startsWith(SCHEME + "$" + rounds + "$");
    }

    private static byte[] derive(String password, byte[] salt, int rounds) {
        char[] normal = Normalizer.normalize(password, Normalizer.Form.NFKC).toCharArray();
        PBEKeySpec spec = new PBEKeySpec(normal, salt, rounds, HASH_BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512").generateSecret(spec).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the Java runtime lacks PBKDF2WithHmacSHA512", e);
        } finally {
            spec.clearPassword();
        }
    }
}
