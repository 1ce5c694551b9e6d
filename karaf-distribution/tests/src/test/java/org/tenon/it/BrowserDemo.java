package org.tenon.it;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.tenon.testkit.process.Api;
import org.tenon.testkit.process.Await;
import org.tenon.testkit.process.Tenon;

/** A Tenon filled with the demonstration data, started once for all classes that ask for it by a parameter. */
record BrowserDemo(Tenon tenon, Api admin) implements CloseableResource {

    private static final int CUSTOMERS = 2_000;
    private static final Duration LOADING = Duration.ofMinutes(8);

    private static BrowserDemo start() {
        Tenon tenon = Tenon.start("demo", Map.of(), "-Dtenon.demo=true");
        Api admin = tenon.admin();
        Await.until("the demonstration data is loaded", LOADING, () -> customers(admin) >= CUSTOMERS);
        return new BrowserDemo(tenon, admin);
    }

    private static int customers(Api admin) {
        Api.Answer answer = admin.get("/api/customers/customers?limit=1&total=true");
        return answer.status() == 200 ? answer.json().at("/total/count").asInt() : 0;
    }

    @Override
    public void close() {
        tenon.close();
    }

    static final class Provider implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == BrowserDemo.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot().getStore(Namespace.GLOBAL).getOrComputeIfAbsent("demo", key -> start(), BrowserDemo.class);
        }
    }
}
