package org.tenon.identity.permission;

import java.sql.Statement;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.identity.directory.MemoryDirectory;
import org.tenon.persistence.AreaRemains;
import org.tenon.persistence.AreaRows;
import org.tenon.persistence.Db;
import org.tenon.sdk.tx.Tx;

/** What roles allow of an area. It goes with the area's data, so that whoever comes under the same name later begins without rights. */
@Component(service = AreaRemains.class)
public final class AreaGrants implements AreaRemains {

    private final Db db;
    private final Tx tx;
    private final MemoryDirectory directory;

    @Activate
    public AreaGrants(@Reference Db db, @Reference Tx tx, @Reference MemoryDirectory directory) {
        this.db = db;
        this.tx = tx;
        this.directory = directory;
    }

    @Override
    public List<AreaRows> rows(String area) {
        return List.of(new AreaRows("identity_role_grant", "record_type LIKE '" + area + ".%'", true),
            new AreaRows("identity_role_field", "record_type LIKE '" + area + ".%'", true),
            new AreaRows("identity_role_function", "function_name LIKE '" + area + ":%'", true));
    }

    /** All at once, so that the directory's next picture has none of it. */
    @Override
    public void purge(String area) {
        tx.run(() -> {
            db.write(connection -> {
                try (Statement statement = connection.createStatement()) {
                    for (AreaRows rows : rows(area)) {
                        statement.executeUpdate("DELETE FROM " + rows.table() + " WHERE " + rows.condition());
                    }
                    return area;
                }
            });
            directory.changed();
        });
    }
}
