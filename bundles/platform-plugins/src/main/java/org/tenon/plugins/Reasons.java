package org.tenon.plugins;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why a plugin could not be installed, in plain words out of the container's. */
final class Reasons {

    private static final String MISSING = "missing requirement";
    private static final Pattern VERSIONS = Pattern.compile("\\(version>=([^)]+)\\)(?:\\(!\\(version>=([^)]+)\\)\\))?");
    private static final Pattern DOWNLOAD = Pattern.compile("Error downloading (mvn:\\S+)");

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

    /** One sentence. The resolver's chain of causes ends with what is really missing. */
    static String plain(Exception e) {
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

    private static String versions(String requirement) {
        Matcher matcher = VERSIONS.matcher(requirement);
        if (!matcher.find()) {
            return "";
        }
        return " (version " + matcher.group(1) + " or later" + (matcher.group(2) == null ? "" : ", before " + matcher.group(2)) + ")";
    }
}
