package org.tenon.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The Maven this build runs in, for what tests build. */
final class Maven {

    private Maven() {
    }

    /**
     * Lets {@code mvn} in that process be this build's own, on this build's repository, and without network if this build is.
     *
     * @param folder where a script may be put
     */
    static ProcessBuilder same(ProcessBuilder builder, Path folder) throws IOException {
        Path bin = Files.createDirectories(folder.resolve(".bin"));
        String options = (offline() ? "-o " : "") + "-Dmaven.repo.local='" + System.getProperty("maven.repo.local") + "'";
        Path mvn = Files.writeString(bin.resolve("mvn"), "#!/bin/sh\nexec '" + System.getProperty("maven.home") + "/bin/mvn' " + options + " \"$@\"\n");
        Files.setPosixFilePermissions(mvn, PosixFilePermissions.fromString("rwxr-xr-x"));
        builder.environment().put("PATH", bin + ":" + System.getenv("PATH"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder;
    }

    /** Whether this plugin of Maven's can be had: it is in the repository, or the network may be asked. */
    static boolean has(String plugin, String version) {
        Path repository = Path.of(System.getProperty("maven.repo.local"));
        return !offline() || Files.exists(repository.resolve("org/apache/maven/plugins").resolve(plugin).resolve(version).resolve(plugin + "-" + version + ".jar"));
    }

    private static boolean offline() {
        return "offline: true".equals(System.getProperty("maven.offline"));
    }
}
