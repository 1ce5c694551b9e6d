package org.tenon.web.gateway;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.servlet.DispatcherType;
import javax.servlet.ReadListener;
import javax.servlet.ServletContext;
import javax.servlet.ServletInputStream;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.rest.Gate;
import org.tenon.web.exchange.Exchange;

/** A GET call that comes from the system itself and not from a network: its request, and what is answered. For one thread. */
final class Probe {

    private static final int MOST = 20_000;

    private static final Map<Class<?>, Object> NOTHING = Map.of(boolean.class, false, int.class, 0, long.class, 0L);

    private final URI uri;
    private final @Nullable ServletContext context;
    private final Map<String, Object> attributes = new HashMap<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private int status = 200;

    Probe(String path, Caller caller, @Nullable ServletContext context) {
        this.uri = URI.create(path);
        this.context = context;
        attributes.put(Exchange.CALLER, caller);
    }

    /** True for the request of a probe. */
    static boolean is(HttpServletRequest request) {
        return request.getAttribute(Exchange.CALLER) != null;
    }

    HttpServletRequest request() {
        return proxy(HttpServletRequest.class, this::request);
    }

    HttpServletResponse response() {
        return proxy(HttpServletResponse.class, this::response);
    }

    Gate.Answer answer() {
        String text = body.toString(StandardCharsets.UTF_8);
        return new Gate.Answer(status, text.length() > MOST ? text.substring(0, MOST) : text);
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private Object request(Object proxy, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "getAttribute" -> attributes.get(arguments[0]);
            case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
            case "removeAttribute" -> attributes.remove(arguments[0]);
            case "getAttributeNames" -> Collections.enumeration(attributes.keySet());
            case "getMethod" -> "GET";
            case "getServletPath" -> "/api";
            case "getPathInfo" -> uri.getPath().substring("/api".length());
            case "getRequestURI" -> uri.getRawPath();
            case "getRequestURL" -> new StringBuffer("http://localhost" + uri.getRawPath());
            case "getQueryString" -> uri.getRawQuery();
            case "getContextPath" -> "";
            case "getProtocol" -> "HTTP/1.1";
            case "getScheme" -> "http";
            case "getServerName", "getLocalName", "getRemoteHost" -> "localhost";
            case "getRemoteAddr", "getLocalAddr" -> "127.0.0.1";
            case "getDispatcherType" -> DispatcherType.REQUEST;
            case "getServletContext" -> context;
            case "getLocale" -> Locale.ENGLISH;
            case "getLocales" -> Collections.enumeration(Collections.singleton(Locale.ENGLISH));
            case "getHeader" -> "accept".equalsIgnoreCase((String) arguments[0]) ? "application/json" : null;
            case "getHeaders" -> Collections.enumeration("accept".equalsIgnoreCase((String) arguments[0])
                ? Collections.singleton("application/json") : Collections.emptySet());
            case "getHeaderNames" -> Collections.enumeration(Collections.singleton("Accept"));
            case "getParameterNames" -> Collections.emptyEnumeration();
            case "getParameterMap" -> Map.of();
            case "getContentLength", "getIntHeader" -> -1;
            case "getContentLengthLong", "getDateHeader" -> -1L;
            case "getInputStream" -> new Empty();
            default -> nothing(proxy, method, arguments);
        };
    }

    private Object response(Object proxy, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "setStatus", "sendError" -> status = (Integer) arguments[0];
            case "getStatus" -> status;
            case "getOutputStream" -> new Kept(body);
            case "getWriter" -> new PrintWriter(body, true, StandardCharsets.UTF_8);
            case "resetBuffer", "reset" -> {
                body.reset();
                yield null;
            }
            case "getCharacterEncoding" -> "UTF-8";
            case "getHeaders", "getHeaderNames" -> Collections.emptyList();
            case "getLocale" -> Locale.ENGLISH;
            default -> nothing(proxy, method, arguments);
        };
    }

    /** What a call that knows no answer gets: null, false or zero. */
    private static Object nothing(Object proxy, Method method, Object[] arguments) {
        if (method.getDeclaringClass() == Object.class) {
            return switch (method.getName()) {
                case "equals" -> proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                default -> "probe";
            };
        }
        return NOTHING.get(method.getReturnType());
    }

    private static final class Empty extends ServletInputStream {

        private final InputStream nothing = InputStream.nullInputStream();

        @Override
        public int read() throws java.io.IOException {
            return nothing.read();
        }

        @Override
        public boolean isFinished() {
            return true;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("nothing is read here");
        }
    }

    private static final class Kept extends ServletOutputStream {

        private final ByteArrayOutputStream target;

        Kept(ByteArrayOutputStream target) {
            this.target = target;
        }

        @Override
        public void write(int value) {
            if (target.size() < MOST * 4) {
                target.write(value);
            }
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("written at once");
        }
    }
}
