package org.tenon.web.gateway;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import javax.servlet.ServletInputStream;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

/** A request as the area's servlet sees it: mapped to the area's base, its body limited. */
final class AreaRequest extends HttpServletRequestWrapper {

    /** Would have CXF answer 202 at once and go on in another thread, without the caller. */
    private static final String ONE_WAY = "OnewayRequest";

    private final ApiPath path;
    private final long bodyLimit;
    private @Nullable ServletInputStream body;

    AreaRequest(HttpServletRequest request, ApiPath path, long bodyLimit) {
        super(request);
        this.path = path;
        this.bodyLimit = bodyLimit;
    }

    @Override
    public String getServletPath() {
        return path.base();
    }

    @Override
    public @Nullable String getPathInfo() {
        return path.rest();
    }

    @Override
    public String getRequestURI() {
        return path.uri();
    }

    @Override
    public StringBuffer getRequestURL() {
        StringBuffer url = super.getRequestURL();
        int end = url.length() - super.getRequestURI().length();
        return end < 0 ? url : url.replace(end, url.length(), path.uri());
    }

    @Override
    public @Nullable String getHeader(String name) {
        return ONE_WAY.equalsIgnoreCase(name) ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return ONE_WAY.equalsIgnoreCase(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        List<String> names = Collections.list(super.getHeaderNames());
        names.removeIf(ONE_WAY::equalsIgnoreCase);
        return Collections.enumeration(names);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (body == null) {
            body = new LimitedInput(super.getInputStream(), bodyLimit);
        }
        return body;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
}
