package org.tenon.testkit.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks into another Java process with the JDK's {@code jcmd}. */
final class JavaProcess {

    private static final Pattern LOADERS = Pattern.compile("^\\s*\\d+:\\s+(\\d+)\\s+\\d+\\s+org\\.apache\\.felix\\.framework\\.BundleWiringImpl\\$BundleClassLoader\\b",
        Pattern.MULTILINE);
    private static final Pattern THREAD = Pattern.compile("^\"([^\"]*)\"", Pattern.MULTILINE);
    /** Threads of pools the platform and the JVM keep, which grow and shrink by themselves. */
    private static final Pattern POOLED = Pattern.compile("(qtp|ForkJoin|pool-|Hikari|tenon-|CM |Timer|derby|Common-Cleaner|C[12] Compiler|GC |G1 |Attach|Keep-Alive).*");

    private final long pid;

    JavaProcess(long pid) {
        this.pid = pid;
    }

    /** Class loaders of bundles that are still reachable, counted after a full collection. */
    int bundleLoaders() {
        Matcher line = LOADERS.matcher(jcmd("GC.class_histogram"));
        if (!line.find()) {
            throw new AssertionError("process " + pid + " is no Felix");
        }
        return Integer.parseInt(line.group(1));
    }

    /** Names of its threads, with {@code #} for numbers. */
    Set<String> threads() {
        Set<String> names = new TreeSet<>();
        Matcher found = THREAD.matcher(jcmd("Thread.print"));
        while (found.find()) {
            names.add(found.group(1).replaceAll("\\d+", "#"));
        }
        return names;
    }

    /** Threads that were not among those and belong to no pool of the platform. */
    Set<String> threadsBeside(Set<String> before) {
        Set<String> names = threads();
        names.removeAll(before);
        names.removeIf(name -> POOLED.matcher(name).matches());
        return names;
    }

    private String jcmd(String command) {
        try {
            Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(pid), command)
                .redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError("jcmd " + command + ": " + output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
