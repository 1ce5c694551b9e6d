package org.tenon.records.query;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.tenon.persistence.Db;
import org.tenon.records.dictionary.Dictionaries;
import org.tenon.records.model.FieldModel;
import org.tenon.records.model.RecordModel;
import org.tenon.records.policy.FieldLevel;
import org.tenon.records.policy.RecordPolicy;
import org.tenon.records.policy.Row;
import org.tenon.records.policy.TypeAccess;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordPage;
import org.tenon.sdk.record.RecordQuery;
import org.tenon.sdk.record.RecordView;
import org.tenon.sdk.search.SearchQuery;

/** Reads records by SQL as the present caller may see them. Safe for all threads. */
@Component(service = RecordReader.class)
public final class RecordReader {

    private final RecordPolicy policy;
    private final RecordTitles titles;
    private final Dictionaries dictionaries;
    private final Askers askers;
    private final Db db;

    /** Not there before identity is. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable SensitiveLooks looks;

    @Activate
    public RecordReader(@Reference RecordPolicy policy, @Reference RecordTitles titles, @Reference Dictionaries dictionaries, @Reference Askers askers,
                        @Reference Db db) {
        this.policy = policy;
        this.titles = titles;
        this.dictionaries = dictionaries;
        this.askers = askers;
        this.db = db;
    }

    /** A page. @throws TenonException INVALID for a bad query, NOT_FOUND if the caller may not read the type, UNAVAILABLE if it takes too long */
    public RecordPage page(RecordModel model, RecordQuery query) {
        return page(model, query, query.deleted() ? "delete" : "read");
    }

    /**
     * A page of records that the caller may read and do this with, such as {@code export}; teams and shares open nothing to it.
     *
     * @throws TenonException as {@link #page(RecordModel, RecordQuery)}, FORBIDDEN if no role grants the action
     */
    public RecordPage page(RecordModel model, RecordQuery query, String action) {
        Caller caller = Caller.current();
        TypeAccess access = policy.require(caller, model.info(), action);
        List<FieldModel> shown = shown(model, access, query.fields());
        PageQuery page = new PageQuery(askers.of(caller), model, access, query, action);
        return Timeouts.glance(db, connection -> {
            PageQuery.Found found = page.run(connection);
            Map<Long, RowData> rows = new Rows(db.kind(), model, shown).read(connection, found.ids(), query.deleted());
            List<RowData> inOrder = found.ids().stream().map(rows::get).filter(Objects::nonNull).toList();
            List<RecordView> views = views(model, access, caller, shown).of(inOrder);
            if (!action.equals("export")) {
                listed(caller, model, access, shown, views);
            }
            return new RecordPage(views, found.next(), found.previous(), found.total(), found.search());
        });
    }

    /**
     * The living records whose title holds the words or sounds like them, best first; empty where the search index cannot tell now.
     *
     * @param limit 1–200
     */
    public Optional<List<RecordView>> titled(RecordModel model, String text, int limit) {
        try {
            return askers.search().map(engine -> engine.find(SearchQuery.words(model.name(), text, limit).in(Set.of(model.info().titleField()))).ids())
                    .map(ids -> get(model, ids.stream().map(RecordId::new).toList()));
        } catch (TenonException e) {
            if (e.kind() == Kind.UNAVAILABLE) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** One living record. @throws TenonException NOT_FOUND if there is none or the caller may not read it */
    public RecordView get(RecordModel model, RecordId id) {
        Caller caller = Caller.current();
        TypeAccess access = policy.require(caller, model.info(), "read");
        List<FieldModel> shown = shown(model, access, List.of());
        RowData row = read(model, shown, List.of(id.value()), false).get(id.value());
        if (row == null || !policy.allows(caller, model.info(), "read", row.row())) {
            throw TenonException.notFound("no " + model.name() + " " + id);
        }
        RecordView view = single(model, access, caller, shown, row);
        SensitiveLooks present = looks;
        if (present != null && !caller.system() && !sensitive(access, shown, List.of(view)).isEmpty()) {
            present.saw(caller, model.name(), id.value());
        }
        return view;
    }

    /** An export tells the system log by itself, once for all its pages. */
    private void listed(Caller caller, RecordModel model, TypeAccess access, List<FieldModel> shown, List<RecordView> views) {
        SensitiveLooks present = looks;
        List<String> fields = present == null || caller.system() ? List.of() : sensitive(access, shown, views);
        if (present != null && !fields.isEmpty()) {
            present.listed(caller, model.name(), fields, views.size());
        }
    }

    /** The sensitive fields whose values the views show. */
    private static List<String> sensitive(TypeAccess access, List<FieldModel> shown, List<RecordView> views) {
        return shown.stream().filter(field -> field.info().sensitive() && access.level(field.info()).clear()).map(FieldModel::name)
                .filter(name -> views.stream().anyMatch(view -> view.json().get(name) != null)).sorted().toList();
    }

    /** For whoever assembles by hand: where looks at sensitive fields are noted. */
    public RecordReader with(SensitiveLooks noted) {
        looks = noted;
        return this;
    }

    /** The living ones of these that the caller may read, in the given order. @param ids at most 200 */
    public List<RecordView> get(RecordModel model, List<RecordId> ids) {
        if (ids.size() > RecordQuery.MAX_LIMIT) {
            throw TenonException.invalid("ids", "tooMany", "at most " + RecordQuery.MAX_LIMIT + " records at once");
        }
        Caller caller = Caller.current();
        TypeAccess access = policy.require(caller, model.info(), "read");
        List<FieldModel> shown = shown(model, access, List.of());
        Map<Long, RowData> rows = read(model, shown, ids.stream().map(RecordId::value).toList(), false);
        Set<Long> readable = policy.readable(caller, model.info(), rows.values().stream().map(RowData::row).toList());
        List<RecordView> views = views(model, access, caller, shown)
                .of(ids.stream().map(RecordId::value).distinct().filter(readable::contains).map(rows::get).toList());
        listed(caller, model, access, shown, views);
        return views;
    }

    /** A record, living or deleted, that the caller has just written: field policy and labels, no row policy, read in the present transaction. */
    public RecordView view(RecordModel model, RecordId id) {
        Caller caller = Caller.current();
        TypeAccess access = policy.access(caller, model.info());
        List<FieldModel> shown = shown(model, access, List.of());
        RowData row = read(model, shown, List.of(id.value()), null).get(id.value());
        if (row == null) {
            throw TenonException.notFound("no " + model.name() + " " + id);
        }
        return single(model, access, caller, shown, row);
    }

    private RecordView single(RecordModel model, TypeAccess access, Caller caller, List<FieldModel> shown, RowData row) {
        RecordView view = views(model, access, caller, shown).of(List.of(row)).get(0);
        Row attributes = row.row();
        List<String> can = Stream.concat(Stream.of("update", "delete"), model.info().actions().stream())
                .filter(action -> policy.allows(caller, model.info(), action, attributes)).toList();
        view.json().put("_can", can);
        return view;
    }

    private Map<Long, RowData> read(RecordModel model, List<FieldModel> shown, Collection<Long> ids, @Nullable Boolean deleted) {
        return Timeouts.read(db, connection -> new Rows(db.kind(), model, shown).read(connection, ids, deleted));
    }

    private Views views(RecordModel model, TypeAccess access, Caller caller, List<FieldModel> shown) {
        return new Views(titles, dictionaries, model, access, caller, shown);
    }

    /** The fields to answer: those wanted, or all, but none that is hidden. @throws TenonException INVALID for a name that is no field */
    private static List<FieldModel> shown(RecordModel model, TypeAccess access, List<String> wanted) {
        Map<String, FieldModel> fields = new LinkedHashMap<>();
        if (wanted.isEmpty()) {
            fields.putAll(model.fields());
        }
        for (String name : wanted) {
            String bare = name.strip();
            if (!bare.isEmpty() && !bare.startsWith("_") && !bare.equals("version")) {
                fields.put(bare, model.require(bare));
            }
        }
        return fields.values().stream().filter(field -> access.level(field.info()) != FieldLevel.HIDDEN).toList();
    }
}
