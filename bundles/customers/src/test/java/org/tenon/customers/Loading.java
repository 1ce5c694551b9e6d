package org.tenon.customers;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tenon.customers.customer.Customer;
import org.tenon.records.imports.ImportDesk;
import org.tenon.records.imports.ImportJob;
import org.tenon.records.imports.Importer;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.RecordId;
import org.tenon.testkit.MemoryFiles;
import org.tenon.testkit.job.StandaloneJobs;

/** Loads files of customers as people do: upload, options, run. As the present caller, or the system where there is none. */
final class Loading {

    private final ImportDesk desk;
    private final StandaloneJobs jobs;

    Loading(CustomersEngine area) {
        MemoryFiles files = new MemoryFiles();
        Importer importer = area.engine().importer(files);
        this.jobs = new StandaloneJobs(area.engine().tx()).handler(new ImportJob.Check(importer)).handler(new ImportJob.Run(importer))
            .handler(new ImportJob.Undo(importer));
        this.desk = area.engine().imports(importer, files, jobs);
    }

    String begin(String name, byte[] content, Map<String, ?> options) {
        return as(() -> {
            String id = (String) desk.begin(Customer.TYPE, name, new ByteArrayInputStream(content)).get("id");
            desk.change(RecordId.of(id), options);
            return id;
        });
    }

    Map<String, Long> check(String id) {
        return as(() -> counts(id, desk.check(RecordId.of(id))));
    }

    Map<String, Long> run(String id) {
        return as(() -> counts(id, desk.run(RecordId.of(id))));
    }

    Map<String, Long> undo(String id) {
        return as(() -> counts(id, desk.undo(RecordId.of(id))));
    }

    @SuppressWarnings("unchecked") // as docs/rest.md says
    private Map<String, Long> counts(String id, Map<String, ?> started) {
        jobs.runAll();
        return (Map<String, Long>) desk.progress(RecordId.of(id)).get("counts");
    }

    /** First cell of each refused row → the field it was refused for. */
    @SuppressWarnings("unchecked") // as docs/rest.md says
    Map<String, String> refused(String id) {
        Map<String, String> refused = new TreeMap<>();
        for (Map<String, Object> row : (List<Map<String, Object>>) as(() -> desk.rows(RecordId.of(id), "refused", 0, 200)).get("items")) {
            Map<String, Object> error = ((List<Map<String, Object>>) row.get("errors")).get(0);
            refused.put((String) ((List<?>) row.get("cells")).get(0), (String) error.get("field"));
        }
        return refused;
    }

    private static <T> T as(java.util.function.Supplier<T> work) {
        return Caller.present().orElse(Caller.system("test")).run(work);
    }
}
