package org.tenon.sdk.lint.zip;

import java.util.regex.Pattern;
import org.tenon.sdk.lint.text.Sentence;

/** Which names of entries can be unpacked on every system without leaving the folder. */
final class EntryNames {

    private static final int LONGEST = 400;
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cntrl}\\\\:*?\"<>|]");

    private EntryNames() {
    }

    /** @throws ArchiveException with the name and why it is refused */
    static void check(String name) throws ArchiveException {
        if (name.isEmpty() || name.length() > LONGEST) {
            throw new ArchiveException(Sentence.of("lint.zip.nameLength", LONGEST));
        }
        if (name.startsWith("/") || UNFIT.matcher(name).find()) {
            throw new ArchiveException(Sentence.of("lint.zip.name", shown(name)));
        }
        for (String part : (name.endsWith("/") ? name.substring(0, name.length() - 1) : name).split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                throw new ArchiveException(Sentence.of("lint.zip.outside", shown(name)));
            }
        }
    }

    private static String shown(String name) {
        return name.replaceAll("\\p{Cntrl}", "?");
    }
}
