package org.tenon.records.comments;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.tenon.persistence.Db;
import org.tenon.records.policy.RecordPolicy;
import org.tenon.records.query.RecordTitles;
import org.tenon.records.write.LivingRecords;
import org.tenon.records.write.LivingRecords.Living;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.file.FileStore;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.tx.Tx;

/**
 * Comments on records. Whoever may read a record may comment on it; authors rewrite and remove their own, administrators remove any, whoever may
 * change the record pins. Every step stands in the record's history, so that others see it live; the words do not, so that they can be taken back.
 * Safe for all threads.
 */
@Component(service = Comments.class)
public final class Comments {

    static final int LONGEST = 10_000;
    static final int MOST_MENTIONS = 50;
    private static final String MEMBER = "identity.member";
    private static final String COMMENT = "_comment";

    private final Tx tx;
    private final LivingRecords records;
    private final RecordPolicy policy;
    private final RecordTitles titles;
    private final CommentTable table;
    private final MentionTable mentions;
    private final CommentFiles attached = new CommentFiles(() -> Optional.ofNullable(this.files));

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable FileStore files;

    /** @param unreached members who are mentioned and may not read the record; nobody told them */
    public record Said(Comment comment, Set<Long> unreached) {
    }

    @Activate
    public Comments(@Reference Db db, @Reference Tx tx, @Reference LivingRecords records, @Reference RecordPolicy policy, @Reference RecordTitles titles) {
        this.tx = tx;
        this.records = records;
        this.policy = policy;
        this.titles = titles;
        this.table = new CommentTable(db);
        this.mentions = new MentionTable(db);
    }

    /** For whoever assembles by hand: where files are kept. */
    public Comments with(FileStore store) {
        files = store;
        return this;
    }

    /** @throws TenonException INVALID, NOT_FOUND */
    public Said add(String type, RecordId target, @Nullable String body) {
        return add(type, target, body, List.of());
    }

    /** @param with the caller's own uploads, at most 10; with some the body may be empty @throws TenonException INVALID, NOT_FOUND */
    public Said add(String type, RecordId target, @Nullable String body, List<RecordId> with) {
        String text = with.isEmpty() || body != null && !body.isBlank() ? checked(body) : "";
        return tx.required(() -> {
            Living record = records.get(type, target);
            Comment comment = new Comment(RecordId.next().value(), type, record.id(), Caller.current().memberId(), text, records.now(), null, false, false,
                    with.stream().map(RecordId::toString).distinct().toList());
            attached.attach(record, with.stream().distinct().toList());
            table.insert(comment);
            Set<Long> unreached = tell(record, comment);
            records.note(record, "comment", COMMENT, null, RecordId.text(comment.id()));
            return new Said(comment, unreached);
        });
    }

    /** One's own. @throws TenonException INVALID, NOT_FOUND, FORBIDDEN */
    public Said rewrite(String type, RecordId target, RecordId id, @Nullable String body) {
        String text = checked(body);
        return tx.required(() -> {
            Living record = records.get(type, target);
            Comment before = standing(record, id);
            if (before.memberId() != Caller.current().memberId()) {
                throw TenonException.forbidden("only its author rewrites a comment");
            }
            if (!text.equals(before.body())) {
                table.rewrite(before.id(), text, records.now());
                records.note(record, "commentEdit", COMMENT, null, id.toString());
            }
            Comment after = standing(record, id);
            return new Said(after, tell(record, after));
        });
    }

    /** One's own, or anyone's for administrators. @throws TenonException NOT_FOUND, FORBIDDEN */
    public void remove(String type, RecordId target, RecordId id) {
        tx.run(() -> {
            Living record = records.get(type, target);
            Comment comment = standing(record, id);
            if (!mayRemove(Caller.current(), comment)) {
                throw TenonException.forbidden("only its author and administrators remove a comment");
            }
            table.empty(comment.id(), records.now());
            attached.remove(comment);
            mentions.remove(comment.id(), mentions.of(comment.id()));
            records.note(record, "commentRemove", COMMENT, id.toString(), null);
        });
    }

    /** Keeps a comment at the top, or no longer. @throws TenonException NOT_FOUND, FORBIDDEN for who may not change the record */
    public Comment pin(String type, RecordId target, RecordId id, boolean pinned) {
        return tx.required(() -> {
            Living record = records.get(type, target);
            Comment comment = standing(record, id);
            records.require(record, "update");
            if (comment.pinned() != pinned) {
                table.pin(comment.id(), pinned ? records.now() : null);
                records.note(record, "commentPin", COMMENT, null, id.toString());
            }
            return standing(record, id);
        });
    }

    /** Those of a record the caller may read, by id. */
    public Map<Long, Comment> of(List<Long> ids) {
        Map<Long, Comment> found = new LinkedHashMap<>();
        for (int from = 0; from < ids.size(); from += 500) {
            table.of(ids.subList(from, Math.min(ids.size(), from + 500))).forEach(comment -> found.put(comment.id(), comment));
        }
        return found;
    }

    /** Those kept at the top of a record the caller may read. */
    public List<Comment> pinned(Living record) {
        return table.pinned(record.type(), record.id());
    }

    /** As REST shows them, with the names of those they mention and what the caller may do. */
    public List<Map<String, @Nullable Object>> json(Living record, List<Comment> comments) {
        Caller caller = Caller.current();
        boolean pins = records.may(caller, record, "update");
        Set<Long> members = new HashSet<>();
        comments.forEach(comment -> {
            members.add(comment.memberId());
            members.addAll(comment.mentions());
        });
        Map<Long, String> names = titles.of(caller, MEMBER, members);
        List<Map<String, @Nullable Object>> items = new ArrayList<>();
        for (Comment comment : comments) {
            List<String> can = new ArrayList<>();
            if (!comment.removed() && !record.stored().deleted()) {
                if (comment.memberId() == caller.memberId()) {
                    can.add("edit");
                }
                if (mayRemove(caller, comment)) {
                    can.add("remove");
                }
                if (pins) {
                    can.add("pin");
                }
            }
            items.add(CommentJson.of(comment, names, attached.of(comment), can));
        }
        return items;
    }

    private boolean mayRemove(Caller caller, Comment comment) {
        return caller.system() || comment.memberId() == caller.memberId() || policy.grants(caller).administrator();
    }

    /** Notes whom the comment mentions now. @return those it does not reach */
    private Set<Long> tell(Living record, Comment comment) {
        Set<Long> unreached = new HashSet<>();
        Set<Long> reached = new HashSet<>();
        for (long member : comment.mentions()) {
            Caller mentioned = new Caller(member, "", Caller.current().locale(), false, null);
            if (member != comment.memberId()) {
                (records.may(mentioned, record, "read") ? reached : unreached).add(member);
            }
        }
        Set<Long> before = mentions.of(comment.id());
        Set<Long> gone = new HashSet<>(before);
        gone.removeAll(reached);
        reached.removeAll(before);
        mentions.remove(comment.id(), gone);
        mentions.add(comment.id(), reached);
        return unreached;
    }

    private Comment standing(Living record, RecordId id) {
        return table.locked(record.type(), record.id(), id.value()).filter(comment -> !comment.removed())
                .orElseThrow(() -> TenonException.notFound("no comment " + id + " on this " + record.type()));
    }

    private static String checked(@Nullable String body) {
        String text = body == null ? "" : body.strip();
        if (text.isEmpty()) {
            throw TenonException.invalid("body", "required", "say something");
        }
        if (text.length() > LONGEST) {
            throw TenonException.invalid("body", "tooLong", "at most " + LONGEST + " characters");
        }
        if (Mentioned.in(text).size() > MOST_MENTIONS) {
            throw TenonException.invalid("body", "tooMany", "at most " + MOST_MENTIONS + " members mentioned");
        }
        return text;
    }
}
