package org.tenon.records.merge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tenon.persistence.Db;
import org.tenon.records.merge.MergeTable.Merge;
import org.tenon.records.merge.MergeTable.Move;
import org.tenon.records.merge.Referrers.Place;
import org.tenon.records.model.FieldModel;
import org.tenon.records.model.RecordModel;
import org.tenon.records.model.RecordModels;
import org.tenon.records.write.Merging;
import org.tenon.sdk.file.FileStore;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordRef;

/** Moves references from the merged records to the survivor, and back. Each call is one step of at most {@link #STEP} of them. Safe for all threads. */
final class Moving {

    /** References that one transaction moves; more are a job's work. */
    static final int STEP = 500;

    private final RecordModels models;
    private final Referrers referrers;
    private final Merging merging;
    private final MergeTable table;
    private final Openings openings;
    private final CommentMoves comments;
    private final Supplier<@Nullable FileStore> files;

    /** @param files the store of files, answering null where there is none */
    Moving(Db db, RecordModels models, Merging merging, Supplier<@Nullable FileStore> files) {
        this.models = models;
        this.referrers = new Referrers(db, models);
        this.merging = merging;
        this.table = new MergeTable(db);
        this.openings = new Openings(db);
        this.comments = new CommentMoves(db);
        this.files = files;
    }

    /** How many references and comments there are to move, up to {@link Referrers#MOST} a field. */
    int count(String type, long survivor, List<Long> others) {
        Set<Long> without = party(survivor, others);
        int count = 0;
        for (Place place : referrers.places(type)) {
            for (Long other : others) {
                count += referrers.count(place, type, other, without);
            }
        }
        for (Long other : others) {
            count += comments.count(type, other);
        }
        return count;
    }

    /** Moves the next ones, references before comments. What was moved does not refer to a merged record any more, so that a step needs no cursor. @return how many; 0 when all are */
    int next(Merge merge, List<Long> others) {
        Set<Long> without = party(merge.survivor(), others);
        for (Place place : referrers.places(merge.type())) {
            for (Long other : others) {
                List<Long> ids = referrers.ids(place, merge.type(), other, without, STEP);
                if (!ids.isEmpty()) {
                    return move(merge, place, other, ids);
                }
            }
        }
        for (Long other : others) {
            List<Move> moved = comments.move(merge.type(), other, merge.survivor(), STEP);
            if (!moved.isEmpty()) {
                table.moved(merge.id(), moved);
                return moved.size();
            }
        }
        return 0;
    }

    private int move(Merge merge, Place place, long other, List<Long> ids) {
        Map<Long, Boolean> moved = merging.repoint(place.model(), ids, place.field(), new RecordRef(merge.type(), other), merge.survivor(), Set.of());
        List<Move> moves = new ArrayList<>();
        moved.forEach((id, kept) -> moves.add(new Move(MergeTable.nextId(), place.model().name(), id, place.field().name(), other, kept)));
        table.moved(merge.id(), moves);
        return moves.size();
    }

    /** Teams, shares and files; few enough to move at once. @param staying files that remain where they are */
    void open(Merge merge, List<Long> others, Set<RecordId> staying) {
        for (Long other : others) {
            table.moved(merge.id(), openings.move(merge.type(), other, merge.survivor()));
            table.moved(merge.id(), FileMoves.move(files.get(), merge.type(), other, merge.survivor(), staying));
        }
    }

    /**
     * Moves references back that still are as the merge left them.
     *
     * @param after the last one of the step before, 0 for none
     * @param kept  gets what cannot be moved back
     * @return the last one of this step, null when there are no more
     */
    @Nullable Long back(Merge merge, long after, List<Map<String, Object>> kept) {
        List<Move> moves = table.moves(merge.id(), after, STEP);
        Map<String, List<Move>> together = new LinkedHashMap<>();
        for (Move move : moves) {
            if (move.field().equals(CommentMoves.FIELD)) {
                comments.back(move, merge.survivor());
            } else if (move.field().equals(FileMoves.FIELD)) {
                FileMoves.back(files.get(), move, merge.survivor());
            } else if (move.field().startsWith("#")) {
                openings.back(move, merge.survivor());
            } else {
                together.computeIfAbsent(move.type() + " " + move.field() + " " + move.from(), key -> new ArrayList<>()).add(move);
            }
        }
        together.values().forEach(some -> back(merge, some, kept));
        return moves.isEmpty() ? null : moves.get(moves.size() - 1).id();
    }

    private void back(Merge merge, List<Move> moves, List<Map<String, Object>> kept) {
        Move first = moves.get(0);
        RecordModel model = models.find(first.type()).orElse(null);
        FieldModel field = model == null ? null : model.field(first.field()).orElse(null);
        Map<Long, Boolean> moved = new HashMap<>();
        if (model != null && field != null) {
            Set<Long> adding = new HashSet<>();
            moves.stream().filter(Move::kept).forEach(move -> adding.add(move.record()));
            moved.putAll(merging.repoint(model, moves.stream().map(Move::record).toList(), field, new RecordRef(merge.type(), merge.survivor()),
                    first.from(), adding));
        }
        for (Move move : moves) {
            if (!moved.containsKey(move.record())) {
                kept.add(Map.of("type", move.type(), "id", RecordId.text(move.record()), "field", move.field()));
            }
        }
    }

    private static Set<Long> party(long survivor, List<Long> others) {
        Set<Long> party = new HashSet<>(others);
        party.add(survivor);
        return party;
    }
}
