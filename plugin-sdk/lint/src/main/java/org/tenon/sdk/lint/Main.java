package org.tenon.sdk.lint;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.tenon.sdk.lint.archive.ArchiveReader;
import org.tenon.sdk.lint.archive.PluginArchive;
import org.tenon.sdk.lint.rule.Finding;
import org.tenon.sdk.lint.zip.ArchiveException;

/** {@code java -jar tenon-lint.jar plugin.kar …}: prints what is found. Ends with 0 if all could be installed, 1 if one is refused, 2 if called wrongly. */
public final class Main {

    private Main() {
    }

    public static void main(String[] files) throws IOException {
        System.exit(run(files, System.out));
    }

    static int run(String[] files, PrintStream out) throws IOException {
        if (files.length == 0) {
            out.println("usage: java -jar tenon-lint.jar plugin.kar ...");
            return 2;
        }
        boolean accepted = true;
        for (String file : files) {
            accepted &= check(Path.of(file), out);
        }
        return accepted ? 0 : 1;
    }

    private static boolean check(Path file, PrintStream out) throws IOException {
        try {
            PluginArchive archive = ArchiveReader.read(file);
            List<Finding> findings = Lint.check(archive);
            out.println(archive.name() + " " + archive.version() + " (" + file.getFileName() + "): " + (Lint.accepts(findings) ? "accepted" : "refused"));
            findings.forEach(finding -> out.println("  " + finding.severity().name().toLowerCase(java.util.Locale.ROOT) + " [" + finding.rule() + "] " + finding.text()));
            return Lint.accepts(findings);
        } catch (ArchiveException e) {
            out.println(file.getFileName() + ": refused");
            out.println("  refuse [archive] " + e.getMessage());
            return false;
        }
    }
}
