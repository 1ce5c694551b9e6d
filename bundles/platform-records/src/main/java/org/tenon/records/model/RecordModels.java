package org.tenon.records.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tenon.persistence.PersistenceUnit;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.record.RecordDirectory;
import org.tenon.sdk.record.TypeInfo;

/**
 * The record types there are now. A type is <em>there</em> while its area's persistence unit is, <em>being exchanged</em> while its area is
 * installed without a unit (or left less than {@link #WAIT} ago), else <em>absent</em>. Safe for all threads; readers take no lock.
 */
@Component(service = {RecordDirectory.class, RecordModels.class})
public final class RecordModels implements RecordDirectory {

    /** How long a caller waits for a type that is being exchanged. */
    public static final Duration WAIT = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(RecordModels.class);

    private final Predicate<String> areaInstalled;
    private final Duration patience;
    private final ModelExtension extension;
    private final Map<PersistenceUnit, List<RecordModel>> units = new LinkedHashMap<>();
    private final Map<String, Long> departures = new HashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Snapshot now = new Snapshot(0, Map.of(), Map.of());

    private record Snapshot(long revision, Map<String, RecordModel> byName, Map<Class<?>, RecordModel> byClass) {
    }

    @Activate
    public RecordModels(BundleContext context, @Reference ModelExtension extension) {
        this(new InstalledAreas(context), WAIT, extension);
    }

    /** @param areaInstalled whether a bundle of the area is installed, started or not */
    public RecordModels(Predicate<String> areaInstalled) {
        this(areaInstalled, WAIT, ModelExtension.NONE);
    }

    /** For whoever assembles by hand. */
    public static RecordModels extended(ModelExtension extension) {
        return new RecordModels(area -> false, WAIT, extension);
    }

    RecordModels(Predicate<String> areaInstalled, Duration patience) {
        this(areaInstalled, patience, ModelExtension.NONE);
    }

    private RecordModels(Predicate<String> areaInstalled, Duration patience, ModelExtension extension) {
        this.areaInstalled = areaInstalled;
        this.patience = patience;
        this.extension = extension;
        extension.onChange(() -> change(() -> { }));
    }

    /** Takes in the unit's types; one that is declared wrongly is left out, with an ERROR that says what is wrong. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void add(PersistenceUnit unit) {
        List<RecordModel> found = new ArrayList<>();
        for (Class<?> entity : unit.entities()) {
            try {
                ModelReader.read(entity, unit).ifPresent(found::add);
            } catch (IllegalArgumentException e) {
                LOG.error("Record type left out: {}", e.getMessage());
            }
        }
        change(() -> units.put(unit, found));
    }

    public void remove(PersistenceUnit unit) {
        change(() -> {
            units.remove(unit);
            departures.put(unit.area(), System.nanoTime());
        });
    }

    /** The type if it is there now. */
    public Optional<RecordModel> find(String name) {
        return Optional.ofNullable(now.byName().get(name));
    }

    /** Every type that is there now, by name. */
    public Collection<RecordModel> all() {
        return now.byName().values();
    }

    /** The types whose records belong to those of this one and follow them, as far as they are there: named in its {@code related} by that reference. */
    public List<RecordModel> following(RecordModel model) {
        return model.info().related().stream().map(each -> each.split("#"))
                .flatMap(each -> find(each[0]).filter(type -> each[1].equals(type.info().follows())).stream()).toList();
    }

    /**
     * The type, after waiting up to 5 s while its area is being exchanged.
     *
     * @throws TenonException UNAVAILABLE while being exchanged, NOT_FOUND if absent
     */
    public RecordModel require(String name) {
        RecordModel model = now.byName().get(name);
        return model != null ? model : await(name, () -> now.byName().get(name));
    }

    /** The type declared by this very class, after waiting up to 5 s for its area's unit. @throws TenonException UNAVAILABLE after that */
    public RecordModel require(Class<?> entity) {
        RecordModel model = now.byClass().get(entity);
        return model != null ? model : await(ModelReader.typeName(entity), () -> now.byClass().get(entity));
    }

    @Override
    public List<TypeInfo> types() {
        return now.byName().values().stream().map(RecordModel::info).toList();
    }

    @Override
    public Optional<TypeInfo> type(String name) {
        return find(name).map(RecordModel::info);
    }

    @Override
    public long revision() {
        return now.revision();
    }

    @Override
    public AutoCloseable onChange(Runnable action) {
        listeners.add(action);
        return () -> listeners.remove(action);
    }

    private void change(Runnable how) {
        synchronized (this) {
            how.run();
            Map<String, RecordModel> byName = new TreeMap<>();
            Map<Class<?>, RecordModel> byClass = new HashMap<>();
            for (List<RecordModel> models : units.values()) {
                for (RecordModel declared : models) {
                    RecordModel model = declared.with(extension.fields(declared));
                    byName.put(model.name(), model);
                    byClass.put(model.entity(), model);
                }
            }
            now = new Snapshot(now.revision() + 1, byName, byClass);
            notifyAll();
        }
        for (Runnable listener : listeners) {
            try {
                listener.run();
            } catch (RuntimeException e) {
                LOG.warn("A follower of the record directory failed", e);
            }
        }
    }

    private synchronized RecordModel await(String name, Supplier<@Nullable RecordModel> lookUp) {
        String area = name.substring(0, Math.max(0, name.indexOf('.')));
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            RecordModel model = lookUp.get();
            if (model != null) {
                return model;
            }
            if (!beingExchanged(area)) {
                throw TenonException.notFound("no installed area has the record type " + name);
            }
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new TenonException(Kind.UNAVAILABLE, "the area " + area + " is being exchanged; try again shortly");
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new TenonException(Kind.UNAVAILABLE, "interrupted while waiting for the area " + area);
            }
        }
    }

    private boolean beingExchanged(String area) {
        if (units.keySet().stream().anyMatch(unit -> unit.area().equals(area))) {
            return false;
        }
        Long left = departures.get(area);
        return areaInstalled.test(area) || left != null && System.nanoTime() - left < WAIT.toNanos();
    }
}
