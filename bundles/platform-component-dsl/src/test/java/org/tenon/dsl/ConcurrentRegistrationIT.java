package org.tenon.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.aries.component.dsl.OSGi;
import org.apache.aries.component.dsl.OSGiResult;
import org.apache.aries.component.dsl.Publisher;
import org.junit.jupiter.api.Test;

/** What the whiteboard does with applications: each goes into the compartment of its name, whichever thread brings it. Runs on the packed bundle. */
class ConcurrentRegistrationIT {

    private static final int EACH = 20_000;

    @Test
    void nothingIsForgottenThatTwoThreadsRegisterAtOnce() {
        AtomicReference<Publisher<? super Integer>> source = new AtomicReference<>();
        Set<Integer> seen = ConcurrentHashMap.newKeySet();
        OSGi<Integer> registered = OSGi.fromOsgiRunnable((context, publisher) -> {
            source.set(publisher);
            return () -> { };
        });
        OSGiResult running = registered.splitBy(OSGi::just, (name, one) -> one).effects(seen::add, gone -> { }).run(null);

        List<CompletableFuture<Void>> threads = IntStream.range(0, 2).mapToObj(thread -> CompletableFuture.runAsync(() ->
            IntStream.range(0, EACH).forEach(one -> source.get().publish(2 * one + thread)))).toList();
        threads.forEach(CompletableFuture::join);
        running.close();

        assertThat(seen).hasSize(2 * EACH);
    }
}
