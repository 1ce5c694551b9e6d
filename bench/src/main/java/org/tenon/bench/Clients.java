package org.tenon.bench;

import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntPredicate;

/** Calls as fast as it can from several connections. */
final class Clients {

    private static final int MOST = 400_000;

    private Clients() {
    }

    /** @param millis of each call that succeeded, ascending */
    record Result(double[] millis, long failed, double seconds) {

        double percentile(int percent) {
            return millis.length == 0 ? Double.NaN : millis[Math.min(millis.length - 1, millis.length * percent / 100)];
        }

        double perSecond() {
            return millis.length / seconds;
        }
    }

    /**
     * @param connections threads, each with a connection of its own
     * @param seconds     how long
     * @param warmUp      seconds before that, uncounted
     * @param call        gets a running number, tells whether it succeeded
     */
    static Result run(int connections, int seconds, int warmUp, IntPredicate call) throws InterruptedException {
        phase(connections, warmUp, call);
        return phase(connections, seconds, call);
    }

    private static Result phase(int connections, double seconds, IntPredicate call) throws InterruptedException {
        double[][] times = new double[connections][];
        LongAdder failed = new LongAdder();
        ExecutorService pool = Executors.newFixedThreadPool(connections);
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        for (int connection = 0; connection < connections; connection++) {
            int mine = connection;
            pool.execute(() -> {
                double[] own = new double[MOST / connections];
                int done = 0;
                for (int i = mine; System.nanoTime() < end && done < own.length; i += connections) {
                    long from = System.nanoTime();
                    if (call.test(i)) {
                        own[done++] = (System.nanoTime() - from) / 1e6;
                    } else {
                        failed.increment();
                    }
                }
                times[mine] = Arrays.copyOf(own, done);
            });
        }
        pool.shutdown();
        if (!pool.awaitTermination((long) seconds + 120, TimeUnit.SECONDS)) {
            throw new IllegalStateException("calls do not return");
        }
        double took = (System.nanoTime() - start) / 1e9;
        double[] all = Arrays.stream(times).flatMapToDouble(Arrays::stream).sorted().toArray();
        return new Result(all, failed.sum(), took);
    }
}
