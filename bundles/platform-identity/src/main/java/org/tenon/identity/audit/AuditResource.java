package org.tenon.identity.audit;

import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.tenon.identity.audit.AuditReader.Filter;
import org.tenon.identity.audit.AuditReader.Shown;
import org.tenon.persistence.Db;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.audit.SealedLog;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.rest.Permission;
import org.tenon.sdk.text.Labels;

/** {@code /api/identity/audit}: the system log. */
@Component(service = AuditResource.class)
@Path("audit")
@Produces(MediaType.APPLICATION_JSON)
@Permission("identity:audit")
public final class AuditResource {

    private static final int MOST = 200;
    /** Rows of an export; more are asked for by narrower times. */
    private static final int MOST_EXPORTED = 100_000;

    private final AuditReader reader;
    private final AuditLog log;
    private final Labels labels;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<SealedLog> sealed = List.of();

    @Activate
    public AuditResource(@Reference Db db, @Reference AuditLog log, @Reference Labels labels) {
        this.reader = new AuditReader(db);
        this.log = log;
        this.labels = labels;
    }

    /** Newest first. @param member by or about whom @param from UTC, not before @param to UTC, before @param cursor {@code next} of the page before */
    @GET
    public Map<String, @Nullable Object> page(@QueryParam("member") @Nullable RecordId member, @QueryParam("kind") @Nullable String kind,
                                              @QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to,
                                              @QueryParam("limit") @DefaultValue("50") int limit, @QueryParam("cursor") @Nullable RecordId cursor) {
        int most = Math.max(1, Math.min(limit, MOST));
        List<Shown> found = reader.page(filter(member, kind, from, to), most + 1, cursor == null ? null : cursor.value());
        List<Shown> shown = found.subList(0, Math.min(most, found.size()));
        Map<String, @Nullable Object> page = new LinkedHashMap<>();
        page.put("items", shown.stream().map(this::json).toList());
        page.put("next", found.size() > most ? RecordId.text(shown.get(most - 1).row().id()) : null);
        return page;
    }

    /** The kinds of entries there are, to filter by. */
    @GET
    @Path("kinds")
    public Map<String, Object> kinds() {
        return Map.of("items", reader.kinds().stream().map(kind -> Map.of("kind", kind, "label", label(kind))).toList());
    }

    /** Checks the seals of this log and of the change log. {@code broken} is the number of the first row that is not as it was sealed. */
    @POST
    @Path("check")
    public Map<String, Object> check() {
        log.append("audit.checked", "");
        return Map.of("logs", sealed.stream().map(each -> {
            SealedLog.Finding finding = each.check();
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            json.put("name", each.name());
            json.put("rows", finding.rows());
            json.put("broken", finding.broken());
            return json;
        }).toList());
    }

    /** The same as CSV, at most 100,000 rows; asking for it is an entry itself. */
    @GET
    @Path("export")
    @Produces("text/csv")
    public Response export(@QueryParam("member") @Nullable RecordId member, @QueryParam("kind") @Nullable String kind,
                           @QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to) {
        Filter filter = filter(member, kind, from, to);
        log.append("audit.exported", "");
        Caller caller = Caller.current();
        StreamingOutput csv = out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            writer.write("\ufefftime,kind,label,member,address,about,detail\r\n");
            Long before = null;
            for (int rows = 0; rows < MOST_EXPORTED; rows += MOST) {
                List<Shown> page = reader.page(filter, MOST, before);
                for (Shown shown : page) {
                    writer.write(AuditCsv.line(shown, label(shown.row().kind(), caller.locale())));
                }
                if (page.size() < MOST) {
                    break;
                }
                before = page.get(MOST - 1).row().id();
            }
            writer.flush();
        };
        return Response.ok(csv).header("Content-Disposition", "attachment; filename=\"system-log.csv\"").build();
    }

    private static Filter filter(@Nullable RecordId member, @Nullable String kind, @Nullable String from, @Nullable String to) {
        return new Filter(member == null ? null : member.value(), kind == null || kind.isBlank() ? null : kind, instant("from", from), instant("to", to));
    }

    private static @Nullable Instant instant(String name, @Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw TenonException.invalid(name, "instant", "a time such as 2026-11-23T08:00:00Z, not " + text);
        }
    }

    private Map<String, @Nullable Object> json(Shown shown) {
        AuditRow row = shown.row();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", RecordId.text(row.id()));
        json.put("at", row.at().toString());
        json.put("kind", row.kind());
        json.put("kindLabel", label(row.kind()));
        json.put("by", row.by() == 0 ? null : RecordId.text(row.by()));
        json.put("byLabel", shown.name());
        json.put("about", row.about() == 0 ? null : RecordId.text(row.about()));
        json.put("aboutLabel", shown.aboutName());
        json.put("address", row.address());
        json.put("detail", row.detail());
        return json;
    }

    private String label(String kind) {
        return label(kind, Caller.current().locale());
    }

    /** Kinds of identity itself have no area before them. */
    private String label(String kind, Locale locale) {
        return labels.find("identity", "audit." + kind, locale).or(() -> {
            int dot = kind.indexOf('.');
            return dot < 0 ? Optional.empty() : labels.find(kind.substring(0, dot), "audit." + kind.substring(dot + 1), locale);
        }).orElse(kind);
    }
}
