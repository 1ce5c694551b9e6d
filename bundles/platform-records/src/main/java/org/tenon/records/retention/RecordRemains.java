package org.tenon.records.retention;

import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.persistence.AreaRemains;
import org.tenon.persistence.AreaRows;
import org.tenon.persistence.Db;
import org.tenon.records.custom.CustomFields;
import org.tenon.records.log.Erasure;

/** All that is kept about records beside the area's tables: history, comments, custom fields and their values, views, rights to single records, imports, merges, settings. */
@Component(service = AreaRemains.class)
public final class RecordRemains implements AreaRemains {

    private static final List<String> BY_TYPE = List.of("records_view", "records_view_choice", "records_import", "records_import_mapping", "records_match_type",
        "records_duplicate", "records_duplicate_rule", "records_merge", "records_comment", "records_value", "records_unique",
        "records_team", "records_share", "records_template", "records_bulk_row");

    private final Db db;
    private final Erasure erasure;
    private final CustomFields fields;

    @Activate
    public RecordRemains(@Reference Db db, @Reference Erasure erasure, @Reference CustomFields fields) {
        this.db = db;
        this.erasure = erasure;
        this.fields = fields;
    }

    @Override
    public List<AreaRows> rows(String area) {
        String type = "record_type LIKE '" + area + ".%'";
        List<AreaRows> rows = new ArrayList<>(List.of(
            new AreaRows("records_change", type, true),
            new AreaRows("records_field", type, true),
            new AreaRows("records_layout", type, true),
            AreaRows.of("records_view_grantee", "view_id IN (SELECT id FROM records_view WHERE " + type + ")"),
            AreaRows.of("records_import_row", "import_id IN (SELECT id FROM records_import WHERE " + type + ")"),
            AreaRows.of("records_merge_move", "merge_id IN (SELECT id FROM records_merge WHERE " + type + ")"),
            AreaRows.of("records_merge_other", "merge_id IN (SELECT id FROM records_merge WHERE " + type + ")"),
            AreaRows.of("records_mention", "comment_id IN (SELECT id FROM records_comment WHERE " + type + ")")));
        BY_TYPE.forEach(table -> rows.add(AreaRows.of(table, type)));
        rows.add(AreaRows.of("records_number", "rule_name LIKE '" + area + ".%'"));
        rows.add(AreaRows.of("records_dictionary_item", "dictionary LIKE '" + area + ".%'"));
        rows.add(AreaRows.of("records_dictionary", "name LIKE '" + area + ".%'"));
        rows.add(AreaRows.of("records_parameter", "name LIKE '" + area + ".%'"));
        rows.add(AreaRows.of("records_cursor", "name = '" + area + "' OR name LIKE '" + area + ".%'"));
        return rows;
    }

    /**
     * Fields and layouts go together with the revision that tells other nodes to look again; this one does so at once. Keys of duplicates have no type; they go by the records of the
     * history, which is emptied last.
     */
    @Override
    public void purge(String area) {
        db.write(connection -> {
            try (Statement statement = connection.createStatement()) {
                String type = "record_type LIKE '" + area + ".%'";
                statement.executeUpdate("DELETE FROM records_match WHERE record_id IN (SELECT record_id FROM records_change WHERE " + type + ")");
                statement.executeUpdate("DELETE FROM records_field WHERE " + type);
                statement.executeUpdate("DELETE FROM records_layout WHERE " + type);
                return statement.executeUpdate("UPDATE records_revision SET revision = revision + 1");
            }
        });
        fields.reload();
        erasure.erase(area);
    }
}
