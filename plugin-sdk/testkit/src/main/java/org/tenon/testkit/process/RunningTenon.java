package org.tenon.testkit.process;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests one running Tenon on embedded Derby, started once for all classes that ask for it. */
public final class RunningTenon implements BeforeAllCallback, ParameterResolver {

    /** Runs of tests within this JVM: a test may run others, which have a Tenon of their own. */
    private static final AtomicInteger RUNS = new AtomicInteger();

    private record Shared(Tenon tenon) implements CloseableResource {
        @Override
        public void close() {
            tenon.close();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        tenon(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Tenon.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return tenon(context);
    }

    private static Tenon tenon(ExtensionContext context) {
        return context.getRoot().getStore(Namespace.GLOBAL)
            .getOrComputeIfAbsent("tenon", key -> new Shared(Tenon.start("shared-" + RUNS.incrementAndGet(), Map.of())), Shared.class).tenon();
    }
}
