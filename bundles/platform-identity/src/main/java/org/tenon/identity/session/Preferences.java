package org.tenon.identity.session;

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

/** How a member likes the shell. The language is a field of the member's record, the rest lies in a table of its own. */
@Component(service = Preferences.class)
public final class Preferences {

    private static final Set<String> LOCALES = Set.of("zh-CN", "zh-TW", "en");
    private static final Set<String> THEMES = Set.of("system", "light", "dark");
    private static final Set<String> DENSITIES = Set.of("compact", "middle", "comfortable");
    private static final Look USUAL = new Look("system", "middle");

    private final Sql sql;
    private final Tx tx;
    private final Records records;

    public record Look(String theme, String density) {
    }

    /** What to change; null leaves a part as it is. */
    public record Change(@Nullable String locale, @Nullable String theme, @Nullable String density) {
    }

    @Activate
    public Preferences(@Reference Db db, @Reference Tx tx, @Reference Records records,
                       @Reference(target = "(tenon.area=identity)") PersistenceUnit unit) {
        this.sql = new Sql(db);
        this.tx = tx;
        this.records = records;
    }

    public Look of(long memberId) {
        return sql.first(row -> new Look(row.getString(1), row.getString(2)), "SELECT theme, density FROM identity_preference WHERE member_id = ?",
                memberId).orElse(USUAL);
    }

    /** @throws TenonException INVALID for a word that is none of the offered */
    public void change(Caller caller, Change change) {
        check("locale", change.locale(), LOCALES);
        check("theme", change.theme(), THEMES);
        check("density", change.density(), DENSITIES);
        tx.run(() -> {
            if (change.locale() != null) {
                speak(caller, change.locale());
            }
            Look before = of(caller.memberId());
            sql.update("DELETE FROM identity_preference WHERE member_id = ?", caller.memberId());
            sql.update("INSERT INTO identity_preference (member_id, theme, density) VALUES (?, ?, ?)", caller.memberId(),
                    change.theme() == null ? before.theme() : change.theme(), change.density() == null ? before.density() : change.density());
        });
    }

    /** One's own language needs no permission for members' records. */
    private void speak(Caller caller, String locale) {
        caller.unlimited().run(() -> {
            RecordStore<?> members = records.of("identity.member");
            RecordId id = new RecordId(caller.memberId());
            return members.update(id, members.get(id).version(), java.util.Map.of("locale", locale));
        });
    }

    private static void check(String field, @Nullable String value, Set<String> offered) {
        if (value != null && !offered.contains(value)) {
            throw TenonException.invalid(field, "choice", "must be one of " + String.join(", ", offered.stream().sorted().toList()));
        }
    }
}
