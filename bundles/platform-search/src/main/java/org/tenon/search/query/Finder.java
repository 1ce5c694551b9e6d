package org.tenon.search.query;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.tenon.search.index.Indexer;
import org.tenon.search.index.Names;
import org.tenon.search.index.Shape;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.FieldInfo;
import org.tenon.sdk.record.RecordDirectory;
import org.tenon.sdk.record.TypeInfo;
import org.tenon.sdk.search.SearchEngine.Matches;
import org.tenon.sdk.search.SearchQuery;
import org.tenon.sdk.search.SearchSource;
import org.tenon.sdk.search.SearchSource.Sight;

/** Looks into the index, with the eyes of the present caller. Safe for all threads. */
public final class Finder {

    private static final Sort NEWEST = new Sort(new SortField(Names.ID, SortField.Type.LONG, true));
    private static final Sort BEST = new Sort(SortField.FIELD_SCORE, new SortField(Names.LENGTH, SortField.Type.LONG), new SortField(Names.ID, SortField.Type.LONG, true));

    private final Indexer indexer;
    private final SearchSource source;
    private final RecordDirectory directory;

    public Finder(Indexer indexer, SearchSource source, RecordDirectory directory) {
        this.indexer = indexer;
        this.source = source;
        this.directory = directory;
    }

    /** As {@link org.tenon.sdk.search.SearchEngine#find}. */
    public Matches find(SearchQuery asked) {
        TypeInfo type = directory.type(asked.type()).orElseThrow(() -> TenonException.notFound("no record type " + asked.type()));
        Sight sight = source.sight(Caller.current(), type, asked.deleted());
        if (!indexer.answers(type.name())) {
            throw building();
        }
        List<FieldInfo> fields = fields(asked, type, sight);
        if (fields.isEmpty() || !sight.everything() && sight.tokens().isEmpty()) {
            return new Matches(List.of(), false);
        }
        return run(Queries.of(asked, type, fields, sight), asked);
    }

    /** Records in the index; 0 while it is opened. */
    public long size() {
        try {
            return indexer.files().size();
        } catch (IllegalStateException e) {
            return 0;
        }
    }

    private List<FieldInfo> fields(SearchQuery asked, TypeInfo type, Sight sight) {
        return source.fields(type).stream().filter(field -> sight.fields().contains(field.name()))
                .filter(field -> asked.fields().isEmpty() ? Shape.searched(type, field) : asked.fields().contains(field.name())).toList();
    }

    private Matches run(Query query, SearchQuery asked) {
        try {
            return indexer.files().search(searcher -> {
                TopDocs found = searcher.search(query, asked.limit() + 1, asked.newest() ? NEWEST : BEST);
                List<Long> ids = new ArrayList<>(asked.limit());
                for (ScoreDoc hit : found.scoreDocs) {
                    Object[] values = ((FieldDoc) hit).fields;
                    ids.add((Long) values[values.length - 1]);
                }
                boolean capped = ids.size() > asked.limit();
                return new Matches(capped ? ids.subList(0, asked.limit()) : ids, capped);
            });
        } catch (UncheckedIOException | IllegalStateException e) {
            throw new TenonException(Kind.UNAVAILABLE, "the search index is being made anew", List.of(), Map.of(), e);
        }
    }

    private TenonException building() {
        return new TenonException(Kind.UNAVAILABLE, "the search index is being built, " + indexer.percent() + " % so far");
    }
}
