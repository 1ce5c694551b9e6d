package org.tenon.identity.session;

import static java.util.Objects.requireNonNullElse;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tenon.identity.sql.Sql;
import org.tenon.persistence.Db;
import org.tenon.persistence.PersistenceUnit;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordStore;
import org.tenon.sdk.record.Records;
import org.tenon.sdk.tx.Tx;

/** How a member likes the shell. Language and time zone are fields of the member's record, the rest lies in a table of its own. */
@Component(service = Preferences.class)
public final class Preferences {

    private static final Set<String> LOCALES = Set.of("zh-CN", "zh-TW", "en");
    private static final Set<String> THEMES = Set.of("system", "light", "dark");
    private static final Set<String> DENSITIES = Set.of("compact", "middle", "comfortable");
    private static final Look USUAL = new Look("system", "middle", false);

    private final Sql sql;
    private final Tx tx;
    private final Records records;

    /** @param toured whether the first steps are put away */
    public record Look(String theme, String density, boolean toured) {
    }

    /**
     * What to change; null leaves a part as it is.
     *
     * @param timeZone a name of the time zone database; empty to follow the server
     */
    public record Change(@Nullable String locale, @Nullable String timeZone, @Nullable String theme, @Nullable String density,
                         @Nullable Boolean toured) {
    }

    @Activate
    public Preferences(@Reference Db db, @Reference Tx tx, @Reference Records records,
                       @Reference(target = "(tenon.area=identity)") PersistenceUnit unit) {
        this.sql = new Sql(db);
        this.tx = tx;
        this.records = records;
    }

    public Look of(long memberId) {
        return sql.first(row -> new Look(row.getString(1), row.getString(2), row.getBoolean(3)),
                "SELECT theme, density, toured FROM identity_preference WHERE member_id = ?", memberId).orElse(USUAL);
    }

    /** @throws TenonException INVALID for a word that is none of the offered, or an unknown time zone */
    public void change(Caller caller, Change change) {
        check("locale", change.locale(), LOCALES);
        check("theme", change.theme(), THEMES);
        check("density", change.density(), DENSITIES);
        tx.run(() -> {
            Map<String, String> own = new HashMap<>();
            Optional.ofNullable(change.locale()).ifPresent(locale -> own.put("locale", locale));
            Optional.ofNullable(change.timeZone()).ifPresent(zone -> own.put("timeZone", zone));
            if (!own.isEmpty()) {
                write(caller, own);
            }
            Look before = of(caller.memberId());
            sql.update("DELETE FROM identity_preference WHERE member_id = ?", caller.memberId());
            sql.update("INSERT INTO identity_preference (member_id, theme, density, toured) VALUES (?, ?, ?, ?)", caller.memberId(),
                    requireNonNullElse(change.theme(), before.theme()), requireNonNullElse(change.density(), before.density()),
                    requireNonNullElse(change.toured(), before.toured()));
        });
    }

    /** One's own language and time zone need no permission for members' records. */
    private void write(Caller caller, Map<String, String> own) {
        caller.unlimited().run(() -> {
            RecordStore<?> members = records.of("identity.member");
            RecordId id = new RecordId(caller.memberId());
            return members.update(id, members.get(id).version(), own);
        });
    }

    private static void check(String field, @Nullable String value, Set<String> offered) {
        if (value != null && !offered.contains(value)) {
            throw TenonException.invalid(field, "choice", "must be one of " + String.join(", ", offered.stream().sorted().toList()));
        }
    }
}
