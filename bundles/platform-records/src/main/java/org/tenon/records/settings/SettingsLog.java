package org.tenon.records.settings;

import java.util.function.Function;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.sdk.audit.Audit;
import org.tenon.sdk.tx.Tx;

/** Makes changes of settings, each with its line in the system log: both are committed, or neither. Safe for all threads. */
@Component(service = SettingsLog.class)
public final class SettingsLog {

    private final Tx tx;
    private final Audit audit;

    @Activate
    public SettingsLog(@Reference Tx tx, @Reference Audit audit) {
        this.tx = tx;
        this.audit = audit;
    }

    /**
     * Does the work and writes it down.
     *
     * @param kind   what was changed, as {@link Audit#append} takes it
     * @param detail which one, from what the work answered
     */
    public <T> T change(String kind, Supplier<T> work, Function<T, String> detail) {
        return tx.required(() -> {
            T done = work.get();
            audit.append(kind, detail.apply(done));
            return done;
        });
    }
}
