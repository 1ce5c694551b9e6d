package org.tenon.web;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.servlet.DispatcherType;
import javax.servlet.ReadListener;
import javax.servlet.ServletInputStream;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** A request and the answer to it, as far as the edge asks for them. */
public final class Http {

    public final Map<String, String> sent = new HashMap<>();
    public final Map<String, String> answered = new HashMap<>();
    public final Map<String, Object> attributes = new HashMap<>();
    public final ByteArrayOutputStream answer = new ByteArrayOutputStream();
    public volatile int status = 200;
    public InputStream body = InputStream.nullInputStream();
    public long length = -1;
    private final String method;
    private final String uri;

    public Http(String method, String uri) {
        this.method = method;
        this.uri = uri;
    }

    public Http with(String header, String value) {
        sent.put(header.toLowerCase(java.util.Locale.ROOT), value);
        return this;
    }

    public Http with(String text) {
        body = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    public String text() {
        return answer.toString(StandardCharsets.UTF_8);
    }

    public HttpServletRequest request() {
        return proxy(HttpServletRequest.class, this::asked);
    }

    public HttpServletResponse response() {
        return proxy(HttpServletResponse.class, this::told);
    }

    private Object asked(String name, Object[] args) {
        String path = uri.split("\\?", 2)[0];
        return switch (name) {
            case "getMethod" -> method;
            case "getServletPath" -> "/api";
            case "getPathInfo" -> path.length() > 4 ? path.substring(4) : null;
            case "getRequestURI" -> path;
            case "getRequestURL" -> new StringBuffer("http://localhost" + path);
            case "getQueryString" -> uri.contains("?") ? uri.split("\\?", 2)[1] : null;
            case "getHeader" -> sent.get(((String) args[0]).toLowerCase(java.util.Locale.ROOT));
            case "getHeaderNames" -> Collections.enumeration(sent.keySet());
            case "getHeaders" -> Collections.enumeration(sent.containsKey(((String) args[0]).toLowerCase(java.util.Locale.ROOT))
                    ? List.of(sent.get(((String) args[0]).toLowerCase(java.util.Locale.ROOT))) : List.of());
            case "getContentType" -> sent.get("content-type");
            case "getContentLengthLong" -> length;
            case "getCookies" -> sent.containsKey("cookie") ? new Cookie[] {new Cookie("TENON_SESSION", sent.get("cookie"))} : null;
            case "getAttribute" -> attributes.get((String) args[0]);
            case "setAttribute" -> attributes.put((String) args[0], args[1]);
            case "getDispatcherType" -> DispatcherType.REQUEST;
            case "isAsyncStarted" -> false;
            case "getInputStream" -> in();
            default -> throw new UnsupportedOperationException(name);
        };
    }

    private Object told(String name, Object[] args) {
        switch (name) {
            case "setStatus" -> status = (int) args[0];
            case "setHeader", "addHeader" -> answered.put((String) args[0], (String) args[1]);
            case "setContentType" -> answered.put("Content-Type", (String) args[0]);
            case "isCommitted" -> {
                return false;
            }
            case "getOutputStream" -> {
                return out();
            }
            default -> {
                return null;
            }
        }
        return null;
    }

    private ServletInputStream in() {
        return new ServletInputStream() {
            @Override
            public int read() throws java.io.IOException {
                return body.read();
            }

            @Override
            public boolean isFinished() {
                return false;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new UnsupportedOperationException();
            }
        };
    }

    private ServletOutputStream out() {
        return new ServletOutputStream() {
            @Override
            public void write(int value) {
                answer.write(value);
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new UnsupportedOperationException();
            }
        };
    }

    /** What a proxy answers. */
    public interface Answers {

        Object to(String method, Object[] args);
    }

    public static <T> T proxy(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> switch (method.getName()) {
            case "hashCode" -> System.identityHashCode(self);
            case "equals" -> self == args[0];
            case "toString" -> type.getSimpleName();
            default -> answers.to(method.getName(), args == null ? new Object[0] : args);
        }));
    }
}
