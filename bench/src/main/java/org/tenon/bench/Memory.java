package org.tenon.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/** What the operating system says a process takes. */
final class Memory {

    private Memory() {
    }

    static double residentMegabytes(long pid) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
            }
        }
        throw new IOException("no VmRSS for process " + pid);
    }

    /** The most a process takes from now on, looked at ten times a second. */
    static final class Peak {

        private final Thread watcher;
        private volatile double most;
        private volatile boolean ended;

        private Peak(long pid) {
            watcher = new Thread(() -> look(pid), "memory");
            watcher.setDaemon(true);
        }

        static Peak watch(long pid) {
            Peak peak = new Peak(pid);
            peak.watcher.start();
            return peak;
        }

        private void look(long pid) {
            try {
                while (!ended) {
                    most = Math.max(most, residentMegabytes(pid));
                    LockSupport.parkNanos(100_000_000L);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Ends watching. @return megabytes */
        double end() throws InterruptedException {
            ended = true;
            watcher.join();
            return most;
        }
    }
}
