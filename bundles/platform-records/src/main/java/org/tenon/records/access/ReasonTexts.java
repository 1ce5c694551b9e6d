package org.tenon.records.access;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tenon.records.model.RecordModel;
import org.tenon.records.policy.Opening;
import org.tenon.records.policy.Reason;
import org.tenon.records.policy.Row;
import org.tenon.records.query.RecordTitles;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.identity.Grants.RecordGrant;
import org.tenon.sdk.text.Labels;

/** Puts the reasons of one record into words. */
final class ReasonTexts {

    private static final Caller NAMES = Caller.system("access");

    private final Labels labels;
    private final RecordTitles titles;
    private final RecordModel model;
    private final Row row;
    private final Locale locale;

    ReasonTexts(Labels labels, RecordTitles titles, RecordModel model, Row row, Locale locale) {
        this.labels = labels;
        this.titles = titles;
        this.model = model;
        this.row = row;
        this.locale = locale;
    }

    String of(Reason reason, String action) {
        return switch (reason.kind()) {
            case SYSTEM -> text("access.system");
            case ADMINISTRATOR -> text("access.administrator");
            case SUPERIOR -> text("access.superior", owner());
            case UNOWNED -> text("access.unowned");
            case NOT_GRANTED -> text("access.notGranted", label(action), labels.text(model.info().area(), model.info().simpleName(), locale));
            case GRANT -> text("access.grant", granted(reason).role(), label(action), scope(granted(reason)));
            case SHORT -> text("access.short", granted(reason).role(), label(action), scope(granted(reason)), whose());
            case OPENING -> opening(java.util.Objects.requireNonNull(reason.opening()));
        };
    }

    private static RecordGrant granted(Reason reason) {
        return java.util.Objects.requireNonNull(reason.grant());
    }

    private String scope(RecordGrant grant) {
        String scope = text("access.scope." + grant.scope().key());
        return grant.scope().named() ? text("access.named", scope, named("identity.department", grant.departments())) : scope;
    }

    private String opening(Opening opening) {
        String until = opening.expiresAt() == null ? "" : text("access.until", time(opening.expiresAt()));
        String access = text(opening.write() ? "access.write" : "access.read");
        String way = switch (opening.kind()) {
            case TEAM -> text("access.team", access);
            case MEMBER -> text("access.share", access);
            case DEPARTMENT -> text("access.share.department", named("identity.department", List.of(opening.grantee())), access);
        };
        return (opening.record() == row.id() ? "" : text("access.follows", named(opening.type(), List.of(opening.record())))) + way + until;
    }

    /** Whose the record is. */
    private String whose() {
        if (row.unowned()) {
            return text("access.nobodys");
        }
        String department = row.departmentId() == null ? "" : named("identity.department", List.of(row.departmentId()));
        List<String> parts = new ArrayList<>(List.of(owner(), department));
        parts.removeIf(String::isEmpty);
        return text("access.belongs", String.join(" / ", parts));
    }

    private String owner() {
        return row.ownerId() == null ? "" : named("identity.member", List.of(row.ownerId()));
    }

    private String named(String type, Collection<Long> ids) {
        Map<Long, String> names = NAMES.run(() -> titles.of(NAMES, type, ids));
        return String.join(text("access.comma"), ids.stream().map(id -> names.getOrDefault(id, org.tenon.sdk.record.RecordId.text(id))).sorted().toList());
    }

    private String label(String action) {
        return labels.find("records", "access.action." + action, locale)
                .orElseGet(() -> labels.text(model.info().area(), model.info().simpleName() + ".action." + action, locale));
    }

    private static String time(@Nullable LocalDateTime at) {
        return at == null ? "" : at.atOffset(ZoneOffset.UTC).format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT));
    }

    private String text(String key, Object... args) {
        return labels.text("records", key, locale, args);
    }
}
