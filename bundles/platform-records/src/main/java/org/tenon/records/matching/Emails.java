package org.tenon.records.matching;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** E-mail addresses, written in whatever way, in one form. */
final class Emails {

    /** Providers that deliver {@code name+anything} to {@code name}; elsewhere a plus is part of the name. */
    private static final Set<String> TAGGED = Set.of("gmail.com", "outlook.com", "hotmail.com", "live.com", "icloud.com", "fastmail.com",
            "proton.me", "protonmail.com");

    private Emails() {
    }

    /** Lower case, without the tag where the provider is known to ignore it, without dots at Google; empty for what is no address. */
    static String fold(String written) {
        String text = Normalizer.normalize(written, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT).replaceFirst("^mailto:", "");
        int at = text.lastIndexOf('@');
        if (at < 1 || at == text.length() - 1) {
            return "";
        }
        String name = text.substring(0, at);
        String host = text.substring(at + 1).replaceFirst("^googlemail\\.com$", "gmail.com");
        if (TAGGED.contains(host)) {
            name = name.replaceFirst("(?<=.)\\+.*$", "");
        }
        return (host.equals("gmail.com") ? name.replace(".", "") : name) + "@" + host;
    }
}
