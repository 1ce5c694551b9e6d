package org.tenon.identity.password;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a password must be: long enough and hard to guess. No demands on kinds of characters, which only make people write {@code Passw0rd!}. */
public final class PasswordRules {

    public static final int MIN = 10;
    public static final int MAX = 200;

    private static final int FEWEST_DIFFERENT = 4;
    private static final int LONGEST_REPEATED = 4;
    private static final int LEAST_BESIDE_NAME = 4;

    private final Set<String> common = common();

    /**
     * Why the password is refused, as the last part of a text key ({@code problem.password.<code>}); empty if it is good.
     *
     * @param known what others know of the member: login, name, e-mail address, employee number
     */
    public Optional<String> refusal(String password, List<String> known) {
        int length = password.codePointCount(0, password.length());
        if (length < MIN) {
            return Optional.of("short");
        }
        if (length > MAX) {
            return Optional.of("long");
        }
        String plain = fold(password);
        if (password.codePoints().distinct().count() < FEWEST_DIFFERENT || repeats(plain) || runs(plain)) {
            return Optional.of("simple");
        }
        if (common.contains(plain) || common.contains(plain.replaceAll("[0-9\\p{Punct}]+$", ""))) {
            return Optional.of("common");
        }
        return known.stream().map(PasswordRules::fold).anyMatch(word -> tells(plain, word)) ? Optional.of("personal") : Optional.empty();
    }

    /** The word with hardly anything beside it. */
    private static boolean tells(String password, String word) {
        return word.length() > 2 && password.contains(word) && password.length() - word.length() < LEAST_BESIDE_NAME
                || word.length() >= MIN && word.contains(password);
    }

    private static boolean repeats(String password) {
        for (int unit = 1; unit <= LONGEST_REPEATED; unit++) {
            String start = password.substring(0, Math.min(unit, password.length()));
            if (!start.isEmpty() && start.repeat(password.length() / start.length() + 1).startsWith(password)) {
                return true;
            }
        }
        return false;
    }

    /** {@code 1234567890}, {@code abcdefghij}, either way, also starting over ({@code 8901234567}). */
    private static boolean runs(String password) {
        return run(password, 1) || run(password, -1);
    }

    private static boolean run(String password, int step) {
        for (int i = 1; i < password.length(); i++) {
            int difference = password.charAt(i) - password.charAt(i - 1);
            boolean overNine = Character.isDigit(password.charAt(i)) && difference == -9 * step;
            if (difference != step && !overNine) {
                return false;
            }
        }
        return true;
    }

    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
    }

    private static Set<String> common() {
        try (InputStream list = PasswordRules.class.getResourceAsStream("common-passwords.txt")) {
            if (list == null) {
                throw new IllegalStateException("common-passwords.txt is missing");
            }
            return new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8)).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
