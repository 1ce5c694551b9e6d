package org.tenon.identity.audit;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tenon.persistence.Db;
import org.tenon.persistence.PersistenceUnit;
import org.tenon.sdk.audit.SealedLog;
import org.tenon.sdk.tx.Tx;

/** Seals the system log every two seconds, on a thread of its own. */
@Component(service = SealedLog.class, immediate = true)
public final class AuditSealer implements SealedLog {

    private static final Logger LOG = LoggerFactory.getLogger(AuditSealer.class);
    private static final long EVERY_SECONDS = 2;

    private final AuditChain chain;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "tenon-audit-seal");
        thread.setDaemon(true);
        return thread;
    });
    private boolean failing;

    @Activate
    public AuditSealer(@Reference Db db, @Reference Tx tx, @Reference(target = "(tenon.area=identity)") PersistenceUnit unit) {
        chain = new AuditChain(db, tx);
        timer.scheduleWithFixedDelay(this::seal, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    private void seal() {
        try {
            while (chain.seal() == AuditChain.BATCH) {
                LOG.debug("more rows of the system log wait for their seals");
            }
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.warn("The system log could not be sealed; this is tried again every {} s", EVERY_SECONDS, e);
            }
            failing = true;
        }
    }

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public Finding check() {
        return chain.check();
    }

    @Deactivate
    void stop() {
        timer.shutdownNow();
    }
}
