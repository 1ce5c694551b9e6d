package org.tenon.sdk.lint;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.tenon.sdk.lint.archive.ArchiveReader;
import org.tenon.sdk.lint.archive.PluginArchive;
import org.tenon.sdk.lint.rule.Finding;
import org.tenon.sdk.lint.zip.ArchiveException;

/** {@code java -jar tenon-lint.jar plugin.kar …}: prints what is found. Ends with 0 if all could be installed, 1 if one is refused, 2 if called wrongly. */
public final class Main {

    private Main() {
    }

    public static void main(String[] files) throws IOException {
        System.exit(run(files, System.out, Locale.getDefault()));
    }

    static int run(String[] files, PrintStream out, Locale locale) throws IOException {
        if (files.length == 0) {
            out.println("usage: java -jar tenon-lint.jar plugin.kar ...");
            return 2;
        }
        boolean accepted = true;
        for (String file : files) {
            accepted &= check(Path.of(file), out, locale);
        }
        return accepted ? 0 : 1;
    }

    private static boolean check(Path file, PrintStream out, Locale locale) throws IOException {
        try {
            PluginArchive archive = ArchiveReader.read(file);
            List<Finding> findings = Lint.check(archive);
            out.println(archive.name() + " " + archive.version() + " (" + file.getFileName() + "): " + (Lint.accepts(findings) ? "accepted" : "refused"));
            findings.forEach(finding -> out.println("  " + finding.severity().name().toLowerCase(Locale.ROOT) + " [" + finding.rule() + "] " + finding.text(locale)));
            return Lint.accepts(findings);
        } catch (ArchiveException e) {
            out.println(file.getFileName() + ": refused");
            out.println("  refuse [archive] " + e.sentence().in(locale));
            return false;
        }
    }
}
