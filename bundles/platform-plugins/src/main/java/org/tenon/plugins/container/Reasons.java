package org.tenon.plugins.container;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tenon.persistence.AreaFailure;
import org.tenon.sdk.lint.text.Sentence;

/** Why a plugin could not be installed, in plain words out of the container's. */
public final class Reasons {

    private static final String MISSING = "missing requirement";
    private static final Pattern VERSIONS = Pattern.compile("\\(version>=([^)]+)\\)(?:\\(!\\(version>=([^)]+)\\)\\))?");
    private static final Pattern DOWNLOAD = Pattern.compile("Error downloading (mvn:\\S+)");

    private static final Pattern THROWN = Pattern.compile("([\\w$]+\\.)+[\\w$]+(?:Exception|Error): (.*)");
    private static final int DEPTH = 10;

    private record Kind(Pattern pattern, String key) {
    }

    private static final List<Kind> KINDS = List.of(
            new Kind(Pattern.compile("osgi\\.wiring\\.package=([\\w.]+)"), "plugins.said.missingPackage"),
            new Kind(Pattern.compile("objectClass=([\\w.$]+)"), "plugins.said.missingService"),
            new Kind(Pattern.compile("osgi\\.wiring\\.bundle=([\\w.-]+)"), "plugins.said.missingBundle"),
            new Kind(Pattern.compile("osgi\\.extender=([\\w.]+)"), "plugins.said.missingExtender"),
            new Kind(Pattern.compile("osgi\\.contract=([\\w.]+)"), "plugins.said.missingContract"),
            new Kind(Pattern.compile("osgi\\.identity=([\\w.-]+)"), "plugins.said.missingPart"));

    private Reasons() {
    }

    /** What kept an area's tables or unit from being there. */
    static Sentence ofArea(AreaFailure failure) {
        return switch (failure.cause()) {
            case SCRIPT -> Sentence.of("plugins.said.script", failure.script(), failure.line(), failure.statement(),
                failure.said().isEmpty() ? Sentence.of("plugins.said.unsaid") : failure.said());
            case CLASS -> Sentence.of("plugins.said.noClass", failure.said());
            case OTHER -> Sentence.verbatim(failure.said());
        };
    }

    /** What a component's failure says, of a stack trace. */
    static Sentence ofFailure(@Nullable String trace) {
        if (trace == null || trace.isBlank()) {
            return Sentence.of("plugins.said.unsaid");
        }
        String cause = trace.lines().filter(line -> line.startsWith("Caused by: ")).reduce((first, second) -> second)
            .map(line -> line.substring("Caused by: ".length())).orElseGet(() -> trace.lines().findFirst().orElse(""));
        return Sentence.verbatim(withoutClass(cause));
    }

    /** {@code java.lang.IllegalStateException: no licence} is told as {@code no licence}. */
    private static String withoutClass(String line) {
        Matcher named = THROWN.matcher(line.strip());
        return named.matches() && !named.group(2).isBlank() ? named.group(2) : line.strip();
    }

    /** The resolver's chain of causes ends with what is really missing. */
    public static Sentence plain(Exception e) {
        Throwable thrown = innermost(e);
        if (thrown != e && !String.valueOf(e.getMessage()).contains(MISSING)) {
            return Sentence.verbatim(withoutClass(thrown.toString()));
        }
        String message = String.valueOf(e.getMessage());
        Matcher download = DOWNLOAD.matcher(message);
        if (download.find()) {
            return Sentence.of("plugins.said.download", download.group(1));
        }
        int last = message.lastIndexOf(MISSING);
        if (last < 0) {
            return message.isBlank() || message.equals("null") ? Sentence.of("plugins.said.start") : Sentence.verbatim(message.lines().findFirst().orElse("").strip());
        }
        String requirement = message.substring(last + MISSING.length()).strip();
        for (Kind kind : KINDS) {
            Matcher matcher = kind.pattern().matcher(requirement);
            if (matcher.find()) {
                return Sentence.of(kind.key(), matcher.group(1), versions(requirement));
            }
        }
        return Sentence.of("plugins.said.missing", requirement.replaceAll("[\\s\\]]+$", ""));
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

    private static Object versions(String requirement) {
        Matcher matcher = VERSIONS.matcher(requirement);
        if (!matcher.find()) {
            return "";
        }
        return matcher.group(2) == null ? Sentence.of("plugins.said.versionsFrom", matcher.group(1)) : Sentence.of("plugins.said.versionsBetween", matcher.group(1), matcher.group(2));
    }
}
