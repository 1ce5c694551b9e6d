package org.tenon.persistence.osgi;

import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.launch.Framework;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops the framework, and so the database, before the process ends by Ctrl-C or because its terminal was closed. Karaf itself listens to
 * SIGTERM alone; every other signal would end the process as a crash does.
 */
@Component(immediate = true, service = {})
public final class CleanExit {

    private static final Logger LOG = LoggerFactory.getLogger(CleanExit.class);
    private static final long MOST_SECONDS = 30;

    private final Framework framework;
    private final Thread hook = new Thread(this::stopFramework, "tenon-exit");

    @Activate
    public CleanExit(BundleContext context) {
        framework = context.getBundle(0).adapt(Framework.class);
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @Deactivate
    void deactivate() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException exiting) {
            LOG.debug("Stopped by the end of the process", exiting);
        }
    }

    private void stopFramework() {
        LOG.info("Tenon stops");
        try {
            framework.stop();
            framework.waitForStop(TimeUnit.SECONDS.toMillis(MOST_SECONDS));
        } catch (BundleException e) {
            LOG.warn("The framework could not be stopped; the database recovers at the next start", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
