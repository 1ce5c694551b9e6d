package org.tenon.plugins.store;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Version;

/** Versions of plugins as their authors write them: {@code 1.2}, {@code 1.2.0-SNAPSHOT}, {@code 1.2.0.rc1}. */
public final class Versions {

    /** Lower first; those without a number are the lowest. */
    public static final Comparator<String> ORDER = Comparator.comparing(Versions::osgi);

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})(?:\\.(\\d{1,9}))?(?:\\.(\\d{1,9}))?(?:[.-](.+))?");

    private Versions() {
    }

    /** The container's form of it. */
    public static Version osgi(String version) {
        Matcher form = FORM.matcher(version);
        if (!form.matches()) {
            return Version.emptyVersion;
        }
        return new Version(number(form.group(1)), number(form.group(2)), number(form.group(3)),
            form.group(4) == null ? "" : form.group(4).replaceAll("[^\\w-]", "_"));
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
