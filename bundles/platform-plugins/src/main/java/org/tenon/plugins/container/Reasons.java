package org.tenon.plugins.container;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Why a plugin could not be installed, in plain words out of the container's. */
public final class Reasons {

    private static final String MISSING = "missing requirement";
    private static final Pattern VERSIONS = Pattern.compile("\\(version>=([^)]+)\\)(?:\\(!\\(version>=([^)]+)\\)\\))?");
    private static final Pattern DOWNLOAD = Pattern.compile("Error downloading (mvn:\\S+)");

    private static final Pattern THROWN = Pattern.compile("([\\w$]+\\.)+[\\w$]+(?:Exception|Error): (.*)");
    private static final int DEPTH = 10;

    private record Kind(Pattern pattern, String name) {
    }

    private static final List<Kind> KINDS = List.of(
            new Kind(Pattern.compile("osgi\\.wiring\\.package=([\\w.]+)"), "package"),
            new Kind(Pattern.compile("objectClass=([\\w.$]+)"), "service"),
            new Kind(Pattern.compile("osgi\\.wiring\\.bundle=([\\w.-]+)"), "bundle"),
            new Kind(Pattern.compile("osgi\\.extender=([\\w.]+)"), "extender"),
            new Kind(Pattern.compile("osgi\\.contract=([\\w.]+)"), "contract"),
            new Kind(Pattern.compile("osgi\\.identity=([\\w.-]+)"), "part"));

    private Reasons() {
    }

    /** What a component's failure says, of a stack trace. */
    static String ofFailure(@Nullable String trace) {
        if (trace == null || trace.isBlank()) {
            return "it does not say why";
        }
        String cause = trace.lines().filter(line -> line.startsWith("Caused by: ")).reduce((first, second) -> second)
            .map(line -> line.substring("Caused by: ".length())).orElseGet(() -> trace.lines().findFirst().orElse(""));
        return withoutClass(cause);
    }

    /** {@code java.lang.IllegalStateException: no licence} is told as {@code no licence}. */
    private static String withoutClass(String line) {
        Matcher named = THROWN.matcher(line.strip());
        return named.matches() && !named.group(2).isBlank() ? named.group(2) : line.strip();
    }

    /** One sentence. The resolver's chain of causes ends with what is really missing. */
    public static String plain(Exception e) {
        Throwable thrown = innermost(e);
        if (thrown != e && !String.valueOf(e.getMessage()).contains(MISSING)) {
            return withoutClass(thrown.toString());
        }
        String message = String.valueOf(e.getMessage());
        Matcher download = DOWNLOAD.matcher(message);
        if (download.find()) {
            return "the file " + download.group(1) + " cannot be found";
        }
        int last = message.lastIndexOf(MISSING);
        if (last < 0) {
            return message.isBlank() || message.equals("null") ? "it failed to start" : message.lines().findFirst().orElse("").strip();
        }
        String requirement = message.substring(last + MISSING.length()).strip();
        for (Kind kind : KINDS) {
            Matcher matcher = kind.pattern().matcher(requirement);
            if (matcher.find()) {
                return "the " + kind.name() + " " + matcher.group(1) + versions(requirement) + " is missing";
            }
        }
        return "something it needs is missing: " + requirement.replaceAll("[\\s\\]]+$", "");
    }

    /** What a bundle's activator threw lies among the causes, or what was suppressed. */
    private static Throwable innermost(Throwable thrown) {
        Throwable at = thrown;
        for (int i = 0; i < DEPTH; i++) {
            Throwable next = at.getCause() != null ? at.getCause() : at.getSuppressed().length > 0 ? at.getSuppressed()[0] : null;
            if (next == null || next == at) {
                return at;
            }
            at = next;
        }
        return at;
    }

    private static String versions(String requirement) {
        Matcher matcher = VERSIONS.matcher(requirement);
        if (!matcher.find()) {
            return "";
        }
        return " (version " + matcher.group(1) + " or later" + (matcher.group(2) == null ? "" : ", before " + matcher.group(2)) + ")";
    }
}
