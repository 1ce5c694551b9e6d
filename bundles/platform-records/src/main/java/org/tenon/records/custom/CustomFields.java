package org.tenon.records.custom;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
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
import org.tenon.records.dictionary.Dictionaries;
import org.tenon.records.model.FieldModel;
import org.tenon.records.model.ModelExtension;
import org.tenon.records.model.RecordModel;
import org.tenon.sdk.record.Dictionary;
import org.tenon.sdk.record.DictionaryContribution;

/** The custom fields there are now, in memory. Looks every two seconds whether another node changed them. Safe for all threads. */
@Component(service = {ModelExtension.class, CustomFields.class})
public final class CustomFields implements ModelExtension, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CustomFields.class);
    private static final long LOOK_SECONDS = 2;

    private final FieldTable table;
    private final CustomTexts texts;
    private final Dictionaries dictionaries;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService watch;
    private DictionaryContribution offered = List::of;
    private volatile Map<String, List<Definition>> byType = Map.of();
    private volatile long revision;

    /** @param ours there once our tables are */
    @Activate
    public CustomFields(@Reference Db db, @Reference(target = "(" + PersistenceUnit.AREA + "=records)") PersistenceUnit ours,
                        @Reference CustomTexts texts, @Reference Dictionaries dictionaries) {
        this.table = new FieldTable(db);
        this.texts = texts;
        this.dictionaries = dictionaries;
        load();
        this.watch = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "tenon-custom-fields");
            thread.setDaemon(true);
            return thread;
        });
        watch.scheduleWithFixedDelay(this::look, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public List<FieldModel> fields(RecordModel declared) {
        return of(declared.name()).stream().filter(definition -> !definition.retired()).map(definition -> FieldModels.of(definition, declared)).toList();
    }

    @Override
    public void onChange(Runnable action) {
        listeners.add(action);
    }

    /** All of a type, retired ones too, in their order. */
    List<Definition> of(String type) {
        return byType.getOrDefault(type, List.of());
    }

    Optional<Definition> find(long id) {
        return byType.values().stream().flatMap(List::stream).filter(definition -> definition.id() == id).findFirst();
    }

    /** Takes in what is stored now, and tells who wants to know. */
    public void reload() {
        load();
        listeners.forEach(Runnable::run);
    }

    private synchronized void load() {
        revision = table.revision();
        List<Definition> all = table.all();
        Map<String, List<Definition>> fresh = new HashMap<>();
        all.forEach(definition -> fresh.computeIfAbsent(definition.type(), type -> new ArrayList<>()).add(definition));
        DictionaryContribution before = offered;
        List<Dictionary> own = all.stream().filter(definition -> definition.kind().choice()).map(Options::dictionary).toList();
        offered = () -> own;
        dictionaries.replace(before, offered);
        texts.show(all);
        byType = fresh;
    }

    private void look() {
        try {
            if (table.revision() != revision) {
                reload();
            }
        } catch (RuntimeException e) {
            LOG.debug("The custom fields could not be looked at; tried again shortly", e);
        }
    }

    @Override
    @Deactivate
    public void close() {
        watch.shutdownNow();
    }
}
