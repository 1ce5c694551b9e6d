package org.tenon.web.events;

import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.servlet.AsyncContext;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.tenon.sdk.identity.Authenticator;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.identity.Directory;
import org.tenon.sdk.job.JobFeed;
import org.tenon.sdk.record.ChangeFeed;
import org.tenon.sdk.record.RecordDirectory;
import org.tenon.sdk.shell.MenuContribution;
import org.tenon.web.access.Guard;
import org.tenon.web.service.Current;
import org.tenon.web.service.Followed;

/** Ties the hub to the services that have news, which may come and go. */
@Component(service = LiveEvents.class, immediate = true)
public final class LiveEvents {

    private final Current<Authenticator> authenticator;
    private final Current<Directory> directory;
    private final Followed<ChangeFeed> feed;
    private final Followed<RecordDirectory> types;
    private final Followed<MenuContribution> menus;
    private final Followed<JobFeed> jobs;
    private final EventHub hub;
    private final Guard guard;
    /** Never the same as one from before the last start. */
    private final AtomicLong revision = new AtomicLong(System.currentTimeMillis());
    private final BundleContext context;
    private final BundleListener bundles = this::bundleChanged;

    @Activate
    public LiveEvents(BundleContext context) {
        this.context = context;
        authenticator = new Current<>(context, Authenticator.class);
        directory = new Current<>(context, Directory.class);
        hub = new EventHub(this::presentFeed, revision::get, Duration.ofSeconds(15));
        guard = new Guard(authenticator, directory);
        feed = new Followed<>(context, ChangeFeed.class, there -> there.onNew(hub::changed));
        types = new Followed<>(context, RecordDirectory.class, there -> {
            shellChanged();
            return there.onChange(this::shellChanged);
        });
        menus = new Followed<>(context, MenuContribution.class, there -> {
            shellChanged();
            return this::shellChanged;
        });
        jobs = new Followed<>(context, JobFeed.class, there -> there.onMove(hub::jobMoved));
        feed.open();
        types.open();
        menus.open();
        jobs.open();
        context.addBundleListener(bundles);
    }

    @Deactivate
    void close() {
        context.removeBundleListener(bundles);
        jobs.close();
        menus.close();
        types.close();
        feed.close();
        hub.close();
        directory.close();
        authenticator.close();
    }

    /**
     * Answers a request with events until its sender is gone.
     *
     * @param request already asynchronous
     * @param last    the last change the browser knows of, 0 for none
     */
    public void join(HttpServletRequest request, Caller caller, long last) throws IOException {
        AsyncContext exchange = request.getAsyncContext();
        HttpServletResponse response = (HttpServletResponse) exchange.getResponse();
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        // nginx would otherwise hold events back
        response.setHeader("X-Accel-Buffering", "no");
        Line line = new Line(exchange, response.getOutputStream());
        hub.join(new Listener(line, caller, guard.follow(request, caller), last));
        response.getOutputStream().setWriteListener(line);
    }

    /** Areas may come and go from now on without anybody being told, until {@link #resume} was called as often. */
    public void pause() {
        hub.pause();
    }

    /** Tells what there was to tell meanwhile. */
    public void resume() {
        // A page that was opened meanwhile knows the revision, but perhaps not all that came with it.
        revision.incrementAndGet();
        hub.resume();
    }

    private Optional<ChangeFeed> presentFeed() {
        return feed.get();
    }

    private void shellChanged() {
        revision.incrementAndGet();
        hub.shellChanged();
    }

    /** A plugin may bring pages alone, without menu or record types. */
    private void bundleChanged(BundleEvent event) {
        boolean startsOrStops = event.getType() == BundleEvent.STARTED || event.getType() == BundleEvent.STOPPED;
        if (startsOrStops && Collections.list(event.getBundle().getHeaders("").keys()).stream().anyMatch(key -> key.startsWith("Tenon-"))) {
            shellChanged();
        }
    }
}
