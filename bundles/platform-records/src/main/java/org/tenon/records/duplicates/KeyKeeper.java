package org.tenon.records.duplicates;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tenon.persistence.Db;
import org.tenon.records.model.RecordModel;
import org.tenon.records.model.RecordModels;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.job.Jobs;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.tx.Tx;

/** Sees to it that every type's keys are there: types whose records were stored before they were compared, or compared in another way, get them from a job. */
@Component(service = {}, immediate = true)
public final class KeyKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(KeyKeeper.class);
    private static final Caller SYSTEM = Caller.system("Tenon");

    private final Db db;
    private final Tx tx;
    private final RecordModels models;
    private final Jobs jobs;
    private final TypeStates states;
    private final AutoCloseable listening;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "tenon-duplicate-keys");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public KeyKeeper(@Reference Db db, @Reference Tx tx, @Reference RecordModels models, @Reference Jobs jobs) {
        this.db = db;
        this.tx = tx;
        this.models = models;
        this.jobs = jobs;
        this.states = new TypeStates(db);
        this.listening = models.onChange(() -> worker.execute(this::look));
        worker.execute(this::look);
    }

    @Deactivate
    public void close() throws Exception {
        listening.close();
        worker.shutdown();
    }

    private void look() {
        for (RecordModel model : models.all()) {
            if (Duplicates.looksAt(model)) {
                try {
                    SYSTEM.run(() -> tx.required(() -> keep(model)));
                } catch (RuntimeException e) {
                    LOG.debug("The keys of {} are another node's business, or wait for the next change", model.name(), e);
                }
            }
        }
    }

    private boolean keep(RecordModel model) {
        TypeStates.State state = states.find(model.name()).orElse(null);
        if (state != null && (state.madeBy().equals(TypeStates.fingerprint(model)) || pending(state))) {
            return false;
        }
        if (state == null) {
            states.open(model.name());
        }
        if (state == null && none(model)) {
            states.empty(model);
        } else {
            states.submitted(model.name(), jobs.submit(DuplicateScan.KIND, model.name(), java.util.Map.of("type", model.name())).id().value());
        }
        return true;
    }

    private boolean pending(TypeStates.State state) {
        return state.jobId() != null && jobs.find(new RecordId(state.jobId())).map(job -> !job.state().ended()).orElse(false);
    }

    private boolean none(RecordModel model) {
        return db.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT id FROM " + model.info().table() + " FETCH FIRST 1 ROWS ONLY");
                 ResultSet found = select.executeQuery()) {
                return !found.next();
            }
        });
    }
}
