package org.tenon.records.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.records.model.FieldModel;
import org.tenon.records.model.RecordModel;
import org.tenon.records.model.RecordModels;
import org.tenon.records.policy.FieldLevel;
import org.tenon.records.policy.RecordPolicy;
import org.tenon.records.policy.TypeAccess;
import org.tenon.records.query.RecordReader;
import org.tenon.records.sheets.SheetWriter;
import org.tenon.sdk.audit.Audit;
import org.tenon.sdk.file.FileStore;
import org.tenon.sdk.file.StoredFile;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.job.JobHandler;
import org.tenon.sdk.job.JobRun;
import org.tenon.sdk.record.RecordPage;
import org.tenon.sdk.record.TypeInfo;
import org.tenon.sdk.text.Labels;

/**
 * Writes an export, page by page along the order's key, under the policy that holds for the submitter at that moment. A run that was
 * interrupted begins again: nothing of a file is kept before it is whole. Records that others move within the order meanwhile may be met
 * twice or not at all.
 */
@Component
public final class ExportJob implements JobHandler {

    static final String KIND = "records.export";
    /** How long the file can be fetched. */
    static final Duration KEPT = Duration.ofDays(7);

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd-HHmm");

    private final RecordModels models;
    private final RecordPolicy policy;
    private final RecordReader reader;
    private final FileStore files;
    private final Audit audit;
    private final Labels labels;

    @Activate
    public ExportJob(@Reference RecordModels models, @Reference RecordPolicy policy, @Reference RecordReader reader, @Reference FileStore files,
                     @Reference Audit audit, @Reference Labels labels) {
        this.models = models;
        this.policy = policy;
        this.reader = reader;
        this.files = files;
        this.audit = audit;
        this.labels = labels;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<String, Object> run(JobRun run) {
        Order order = Order.of(run.job().parameters());
        RecordModel model = models.require(order.type());
        Caller caller = Caller.current();
        TypeAccess access = policy.require(caller, model.info(), "export");
        List<Column> columns = columns(model, access, order, caller.locale());
        String title = labels.text(model.info().area(), model.info().simpleName() + ".plural", caller.locale());
        Cells cells = new Cells(columns, order.codes(), policy.zone(caller).orElseGet(ZoneId::systemDefault), labels.text("records", "export.yes", caller.locale()),
                labels.text("records", "export.no", caller.locale()));
        String name = title + "-" + STAMP.format(LocalDateTime.now()) + "." + order.format().key();
        long[] rows = new long[1];
        StoredFile file = files.keep(name, out -> rows[0] = write(run, order, model, columns, cells, order.format().writer(out, title)), KEPT);
        audit.append("records.export", "%s: %d rows as %s, file %s, sensitive %s, columns %s".formatted(model.name(), rows[0], order.format().key(), file.id(),
                names(columns.stream().filter(column -> column.field().info().sensitive() && access.level(column.field().info()).clear()).toList()), names(columns)));
        return Map.of("rows", rows[0], "files", List.of(Map.of("id", file.id().toString(), "name", file.name(), "size", file.size())));
    }

    private static String names(List<Column> columns) {
        return columns.isEmpty() ? "none" : String.join(" ", columns.stream().map(column -> column.field().name()).toList());
    }

    private long write(JobRun run, Order order, RecordModel model, List<Column> columns, Cells cells, SheetWriter sheet) throws IOException {
        try (sheet) {
            sheet.header(columns.stream().map(Column::header).toList());
            long done = 0;
            Long total = null;
            String cursor = null;
            do {
                RecordPage page = Exports.whole(reader.page(model, order.page(cursor), "export"), labels);
                for (var record : page.items()) {
                    sheet.row(cells.of(record));
                }
                done += page.items().size();
                total = page.total() == null ? total : page.total().capped() ? null : Long.valueOf(page.total().count());
                cursor = page.next();
                long came = done;
                Long of = total;
                run.step(() -> new JobRun.Progress(came, of == null ? null : Math.max(of, came), Map.of()));
            } while (cursor != null);
            return done;
        }
    }

    /** Those that are still there and not hidden from the submitter. */
    private List<Column> columns(RecordModel model, TypeAccess access, Order order, Locale locale) {
        List<Column> columns = new ArrayList<>();
        for (String name : order.columns()) {
            model.field(name).filter(field -> access.level(field.info()) != FieldLevel.HIDDEN)
                    .ifPresent(field -> columns.add(new Column(field, order.codes() ? field.name() : label(model.info(), field, locale))));
        }
        return columns;
    }

    private String label(TypeInfo type, FieldModel field, Locale locale) {
        return labels.find(type.area(), type.simpleName() + "." + field.name(), locale)
                .orElseGet(() -> labels.text("records", "field." + field.name(), locale));
    }
}
