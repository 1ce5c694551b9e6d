package org.tenon.web.gateway;

import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import javax.servlet.Servlet;
import javax.servlet.ServletConfig;
import javax.servlet.ServletContext;
import org.jspecify.annotations.Nullable;

/** What an area's servlet is started with: the gateway's own surroundings. */
record AreaServletConfig(String base, Servlet gateway) implements ServletConfig {

    private static final Map<String, String> PARAMETERS = Map.of("hide-service-list-page", "true");

    @Override
    public String getServletName() {
        return "area:" + base;
    }

    @Override
    public ServletContext getServletContext() {
        return gateway.getServletConfig().getServletContext();
    }

    @Override
    public @Nullable String getInitParameter(String name) {
        return PARAMETERS.get(name);
    }

    @Override
    public Enumeration<String> getInitParameterNames() {
        return Collections.enumeration(PARAMETERS.keySet());
    }
}
