package org.tenon.identity.start;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tenon.identity.directory.Founded;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;

/** Founds the organisation on the first start, as soon as its records can be written; on a thread of its own. */
@Component(service = FirstStart.class, immediate = true)
public final class FirstStart {

    private static final Logger log = LoggerFactory.getLogger(FirstStart.class);
    private static final int AGAIN_SECONDS = 1;

    private final BundleContext context;
    private final Founding founding;
    private final ConfFolder conf;
    private final CompletableFuture<Boolean> done = new CompletableFuture<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "tenon-first-start"));

    @Activate
    public FirstStart(BundleContext context, @Reference Founding founding) {
        this.context = context;
        this.founding = founding;
        this.conf = ConfFolder.ofHome();
        thread.execute(this::found);
    }

    @Deactivate
    public void close() {
        thread.shutdown();
    }

    /** True once the organisation was founded by this start, false once it is known to have been before. */
    public CompletableFuture<Boolean> done() {
        return done;
    }

    private void found() {
        try {
            boolean fresh = founding.found(conf);
            if (fresh) {
                log.info("first start: made the member admin; the password is in {}", conf.file(Founding.PASSWORD_FILE));
            }
            context.registerService(Founded.class, new Founded(), null);
            done.complete(fresh);
            thread.shutdown();
        } catch (TenonException e) {
            if (e.kind() == Kind.UNAVAILABLE && !thread.isShutdown()) {
                thread.schedule(this::found, AGAIN_SECONDS, TimeUnit.SECONDS);
            } else {
                failed(e);
            }
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    private void failed(RuntimeException e) {
        log.error("the first administrator could not be made; nobody can sign in before a start succeeds", e);
        done.completeExceptionally(e);
    }
}
