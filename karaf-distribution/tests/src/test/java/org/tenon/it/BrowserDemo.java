package org.tenon.it;

import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.tenon.testkit.process.Api;
import org.tenon.testkit.process.Tenon;

/** A Tenon filled with the demonstration data, started once for all classes that ask for it by a parameter. */
record BrowserDemo(Tenon tenon, Api admin) implements CloseableResource {

    private static BrowserDemo start() {
        Tenon tenon = Tenon.start("demo", Map.of(), "-Dtenon.demo=true");
        return new BrowserDemo(tenon, tenon.admin());
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
