package org.tenon.files.store;

import java.io.IOException;
import java.io.InputStream;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.persistence.AreaRemains;
import org.tenon.persistence.AreaRows;
import org.tenon.persistence.Db;
import org.tenon.sdk.file.FileStore;
import org.tenon.sdk.record.RecordId;

/** The files of an area's records; in the copy they lie decrypted, by their ids. */
@Component(service = AreaRemains.class)
public final class AreaFiles implements AreaRemains {

    private static final int STEP = 500;

    private final Db db;
    private final FileStore files;

    @Activate
    public AreaFiles(@Reference Db db, @Reference FileStore files) {
        this.db = db;
        this.files = files;
    }

    @Override
    public List<AreaRows> rows(String area) {
        return List.of(new AreaRows("files_file", of(area), true));
    }

    @Override
    public void copy(String area, Copies copies) throws IOException {
        long last = 0;
        for (List<RecordId> some = after(area, last); !some.isEmpty(); some = after(area, last)) {
            for (RecordId id : some) {
                try (InputStream content = files.open(id)) {
                    copies.add("files/" + id, content);
                }
            }
            last = some.get(some.size() - 1).value();
        }
    }

    @Override
    public void purge(String area) {
        for (List<RecordId> some = after(area, 0); !some.isEmpty(); some = after(area, 0)) {
            some.forEach(files::remove);
        }
    }

    private static String of(String area) {
        return "owner_type LIKE '" + area + ".%'";
    }

    /** Up to {@link #STEP}, by id. */
    private List<RecordId> after(String area, long last) {
        return db.read(connection -> {
            String sql = "SELECT id FROM files_file WHERE " + of(area) + " AND id > ? ORDER BY id FETCH FIRST " + STEP + " ROWS ONLY";
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                query.setLong(1, last);
                List<RecordId> ids = new ArrayList<>();
                try (ResultSet found = query.executeQuery()) {
                    while (found.next()) {
                        ids.add(new RecordId(found.getLong(1)));
                    }
                }
                return ids;
            }
        });
    }
}
