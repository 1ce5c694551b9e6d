package org.tenon.records.custom;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.persistence.Db;
import org.tenon.sdk.tx.Tx;

/** Opens a field for filters and orders once all its values lie where these look. */
@Component(service = FieldReady.class)
public final class FieldReady {

    private final FieldTable table;
    private final CustomFields fields;
    private final Tx tx;

    @Activate
    public FieldReady(@Reference Db db, @Reference Tx tx, @Reference CustomFields fields) {
        this.table = new FieldTable(db);
        this.fields = fields;
        this.tx = tx;
    }

    void ready(String type, String name) {
        tx.run(() -> {
            table.touch();
            table.all().stream().filter(each -> each.type().equals(type) && each.key().equals(name) && !each.indexed())
                    .forEach(each -> table.update(each.ready()));
            tx.afterCommit(fields::reload);
        });
    }
}
