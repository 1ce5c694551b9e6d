package org.tenon.shell.page;

import java.io.IOException;
import java.util.Optional;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tenon.shell.asset.Asset;
import org.tenon.shell.plugin.PluginUis;

/** Serves the shell: its files and those of plugins for ever, the page itself fresh at every path of the application. */
@Component(service = Servlet.class, immediate = true)
@HttpWhiteboardServletPattern("/")
@HttpWhiteboardServletName("tenon-shell")
public final class ShellServlet extends HttpServlet {

    private static final Logger LOG = LoggerFactory.getLogger(ShellServlet.class);
    private static final long serialVersionUID = 1L;
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String FOR_AN_HOUR = "public, max-age=3600";

    private final transient ShellFiles files;
    private final transient PluginUis plugins;
    private final transient Optional<Page> page;

    @Activate
    public ShellServlet(BundleContext context, @Reference PluginUis plugins) {
        this.plugins = plugins;
        files = new ShellFiles(context.getBundle());
        page = files.file("index.html").flatMap(html -> files.file("csp.json").map(csp -> new Page(html.raw(), csp.raw())));
        if (page.isEmpty()) {
            LOG.warn("this build has no web shell; the API works without");
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (path.startsWith("/assets/")) {
            boolean hashed = path.matches(".*-[\\w-]{8}\\.\\w+");
            answer(request, response, files.file(path.substring(1)), hashed ? FOR_EVER : FOR_AN_HOUR);
        } else if (path.startsWith("/ui/")) {
            answer(request, response, plugins.file(path.substring(4)), FOR_EVER);
        } else if (page.isEmpty() || path.matches("/(favicon\\.ico|robots\\.txt|\\.well-known/.*)") || path.startsWith("/api/")) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            show(response, page.get());
        }
    }

    private static void show(HttpServletResponse response, Page page) throws IOException {
        String nonce = page.nonce();
        byte[] html = page.html(nonce);
        response.setContentType("text/html; charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Security-Policy", page.policy(nonce));
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setContentLength(html.length);
        response.getOutputStream().write(html);
    }

    private static void answer(HttpServletRequest request, HttpServletResponse response, Optional<Asset> found, String cache) throws IOException {
        if (found.isEmpty()) {
            response.setHeader("Cache-Control", "no-store");
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Asset asset = found.get();
        String accepted = request.getHeader("Accept-Encoding") == null ? "" : request.getHeader("Accept-Encoding");
        byte[] body = asset.raw();
        if (asset.br() != null && accepts(accepted, "br")) {
            body = asset.br();
            response.setHeader("Content-Encoding", "br");
        } else if (asset.gz() != null && accepts(accepted, "gzip")) {
            body = asset.gz();
            response.setHeader("Content-Encoding", "gzip");
        }
        response.setContentType(asset.type());
        response.setHeader("Cache-Control", cache);
        response.setHeader("Vary", "Accept-Encoding");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** Whether the encoding is named and not refused by {@code q=0}. */
    static boolean accepts(String header, String encoding) {
        for (String part : header.split(",")) {
            String[] words = part.strip().split(";");
            if (words[0].strip().equalsIgnoreCase(encoding)) {
                return words.length == 1 || !words[1].strip().matches("q=0(\\.0*)?");
            }
        }
        return false;
    }
}
