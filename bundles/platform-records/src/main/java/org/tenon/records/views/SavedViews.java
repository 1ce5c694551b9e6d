package org.tenon.records.views;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.persistence.Db;
import org.tenon.persistence.PersistenceUnit;
import org.tenon.records.model.RecordModel;
import org.tenon.records.model.RecordModels;
import org.tenon.records.policy.RecordPolicy;
import org.tenon.records.query.Askers;
import org.tenon.records.query.RecordTitles;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.tx.Tx;

/**
 * Views as members keep and share them. A view belongs to whoever made it; one that is shared may also be changed by holders of
 * {@code views:share}, so that those of a leaver do not stay for ever. Safe for all threads.
 */
@Component(service = SavedViews.class)
public final class SavedViews {

    /** Views of one member of one type. */
    static final int MOST = 100;

    private final RecordModels models;
    private final RecordPolicy policy;
    private final ViewCheck check;
    private final ViewJson json;
    private final ViewTable table;
    private final Tx tx;

    /** @param unit says that the tables are there */
    @Activate
    public SavedViews(@Reference Db db, @Reference Tx tx, @Reference RecordModels models, @Reference RecordPolicy policy, @Reference Askers askers,
                      @Reference RecordTitles titles, @Reference(target = "(tenon.area=records)") PersistenceUnit unit) {
        this.models = models;
        this.policy = policy;
        this.check = new ViewCheck(askers, policy);
        this.json = new ViewJson(check, policy, titles);
        this.table = new ViewTable(db);
        this.tx = tx;
    }

    /** The caller's own and those shown to them: pinned ones first, then by name. @throws TenonException NOT_FOUND for a type they may not read */
    public Map<String, @Nullable Object> list(@Nullable String type) {
        Caller caller = Caller.current();
        RecordModel model = model(caller, type);
        Choice choice = table.choice(model.name(), caller.memberId());
        List<SavedView> views = table.shown(model.name(), caller.memberId()).stream().filter(view -> visible(caller, view))
                .sorted(Comparator.comparingInt(view -> choice.pinned().contains(view.id()) ? choice.pinned().indexOf(view.id()) : Integer.MAX_VALUE)).toList();
        boolean first = views.stream().anyMatch(view -> Long.valueOf(view.id()).equals(choice.first()));
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("items", views.stream().map(view -> json.of(caller, model, view, choice, editable(caller, view))).toList());
        answer.put("default", first ? RecordId.text(java.util.Objects.requireNonNull(choice.first())) : null);
        answer.put("mayShare", policy.holds(caller, ViewFunctions.SHARE));
        return answer;
    }

    /** @throws TenonException NOT_FOUND for one that is not there or not shown to the caller */
    public Map<String, @Nullable Object> get(RecordId id) {
        Caller caller = Caller.current();
        SavedView view = require(caller, id);
        return json.of(caller, models.require(view.type()), view, table.choice(view.type(), caller.memberId()), editable(caller, view));
    }

    /** @throws TenonException INVALID, naming the field; FORBIDDEN for sharing without {@code views:share}; CONFLICT for a name already given */
    public Map<String, @Nullable Object> create(ViewWish wish) {
        Caller caller = Caller.current();
        RecordModel model = model(caller, wish.type());
        return tx.required(() -> {
            if (table.count(model.name(), caller.memberId()) >= MOST) {
                throw TenonException.invalid("name", "tooMany", "a member keeps at most " + MOST + " views of a type");
            }
            SavedView made = wished(caller, model, wish, RecordId.next().value(), 1, caller.memberId());
            allowSharing(caller, made, null);
            table.insert(made);
            return get(new RecordId(made.id()));
        });
    }

    /** @throws TenonException as {@link #create}; STALE if {@code wish.version()} is not the present one; FORBIDDEN for another member's view */
    public Map<String, @Nullable Object> replace(RecordId id, ViewWish wish) {
        Caller caller = Caller.current();
        SavedView before = require(caller, id);
        allowChange(caller, before);
        if (wish.version() == null) {
            throw new TenonException(Kind.VERSION_REQUIRED, "name the version you have read");
        }
        return tx.required(() -> {
            SavedView after = wished(caller, models.require(before.type()), wish, before.id(), wish.version() + 1, before.memberId());
            allowSharing(caller, after, before);
            if (!table.replace(after, wish.version())) {
                throw new TenonException(Kind.STALE, "the view has been changed since");
            }
            return get(id);
        });
    }

    /** @throws TenonException FORBIDDEN for another member's view */
    public void delete(RecordId id) {
        Caller caller = Caller.current();
        allowChange(caller, require(caller, id));
        tx.run(() -> table.delete(id.value()));
    }

    /** Keeps which view the caller's list begins with and which ones stand first. @throws TenonException NOT_FOUND for a view not shown to them */
    public Map<String, @Nullable Object> choose(@Nullable String type, @Nullable String first, List<String> pinned) {
        Caller caller = Caller.current();
        RecordModel model = model(caller, type);
        if (pinned.size() > MOST) {
            throw TenonException.invalid("pinned", "tooMany", "at most " + MOST + " views can stand first");
        }
        Long firstId = first == null ? null : require(caller, RecordId.of(first)).id();
        List<Long> pins = pinned.stream().distinct().map(id -> require(caller, RecordId.of(id)).id()).toList();
        return tx.required(() -> {
            table.choose(model.name(), caller.memberId(), new Choice(firstId, pins));
            return list(type);
        });
    }

    /** A view's definition for the caller, with what they cannot ask taken out. @throws TenonException NOT_FOUND */
    public Definition definition(RecordModel model, RecordId id) {
        SavedView view = require(Caller.current(), id);
        if (!view.type().equals(model.name())) {
            throw TenonException.notFound("no view " + id + " of " + model.name());
        }
        return check.repaired(model, view.definition()).definition();
    }

    private SavedView wished(Caller caller, RecordModel model, ViewWish wish, long id, int version, long member) {
        String name = wish.name() == null ? "" : wish.name().strip();
        if (name.isEmpty() || name.length() > 100 || name.indexOf('\0') >= 0) {
            throw TenonException.invalid("name", name.isEmpty() ? "required" : "tooLong", "a view has a name of 1 to 100 characters");
        }
        if (!table.nameIsFree(model.name(), member, name, id)) {
            throw TenonException.conflict("there is a view called " + name);
        }
        ViewWish.Sharing sharing = wish.sharing() == null ? new ViewWish.Sharing(false, null, null) : wish.sharing();
        return new SavedView(id, version, model.name(), member, name, sharing.everyone(), ids(sharing.departments()), ids(sharing.roles()),
                check.checked(model, wish), LocalDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS));
    }

    private static Set<Long> ids(@Nullable List<String> texts) {
        Set<Long> ids = new HashSet<>();
        for (String text : texts == null ? List.<String>of() : texts) {
            ids.add(RecordId.of(text).value());
        }
        if (ids.size() > MOST) {
            throw TenonException.invalid("sharing", "tooMany", "at most " + MOST + " departments and roles");
        }
        return ids;
    }

    private RecordModel model(Caller caller, @Nullable String type) {
        if (type == null) {
            throw TenonException.notFound("no record type is named");
        }
        RecordModel model = models.require(type);
        policy.require(caller, model.info(), "read");
        return model;
    }

    private SavedView require(Caller caller, RecordId id) {
        SavedView view = table.find(id.value()).filter(found -> visible(caller, found)).orElseThrow(() -> TenonException.notFound("no view " + id));
        model(caller, view.type());
        return view;
    }

    private boolean visible(Caller caller, SavedView view) {
        if (view.memberId() == caller.memberId() || view.everyone()) {
            return true;
        }
        Set<Long> mine = policy.grants(caller).departments();
        return view.roles().stream().anyMatch(policy.roles(caller)::contains)
                || !mine.isEmpty() && view.departments().stream().anyMatch(shared -> policy.below(shared).stream().anyMatch(mine::contains))
                || view.shared() && policy.holds(caller, ViewFunctions.SHARE);
    }

    private boolean editable(Caller caller, SavedView view) {
        return view.memberId() == caller.memberId() || view.shared() && policy.holds(caller, ViewFunctions.SHARE);
    }

    private void allowChange(Caller caller, SavedView view) {
        if (!editable(caller, view)) {
            throw TenonException.forbidden("the view belongs to somebody else");
        }
    }

    private void allowSharing(Caller caller, SavedView after, @Nullable SavedView before) {
        boolean wider = after.shared() && (before == null || after.everyone() && !before.everyone()
                || !before.departments().containsAll(after.departments()) || !before.roles().containsAll(after.roles()));
        if (wider && !policy.holds(caller, ViewFunctions.SHARE)) {
            throw TenonException.forbidden("no role of yours allows showing views to others");
        }
    }
}
