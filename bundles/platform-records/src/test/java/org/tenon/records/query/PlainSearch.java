package org.tenon.records.query;

import java.util.List;
import java.util.Set;
import org.tenon.records.search.RecordDocuments;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.FieldInfo;
import org.tenon.sdk.record.FieldType;
import org.tenon.sdk.record.RecordDirectory;
import org.tenon.sdk.record.TypeInfo;
import org.tenon.sdk.search.SearchEngine;
import org.tenon.sdk.search.SearchQuery;
import org.tenon.sdk.search.SearchSource;
import org.tenon.sdk.text.Fold;

/** A search engine without an index: reads every record and folds every text, each time. */
public final class PlainSearch implements SearchEngine {

    private static final int ALL = 500;

    private final RecordDocuments documents;
    private final RecordDirectory directory;

    public PlainSearch(RecordDocuments documents, RecordDirectory directory) {
        this.documents = documents;
        this.directory = directory;
    }

    @Override
    public Matches find(SearchQuery query) {
        TypeInfo type = directory.type(query.type()).orElseThrow();
        SearchSource.Sight sight = documents.sight(Caller.current(), type, query.deleted());
        List<Long> found = documents.read(query.type(), documents.ids(query.type(), 0, ALL)).stream()
                .filter(document -> document.deleted() == query.deleted())
                .filter(document -> sight.everything() || document.holders().stream().anyMatch(sight.tokens()::contains))
                .filter(document -> documents.fields(type).stream().filter(field -> sight.fields().contains(field.name()))
                        .filter(field -> asked(type, query.fields(), field)).anyMatch(field -> holds(field, document.texts().getOrDefault(field.name(), List.of()), query.text())))
                .map(SearchSource.Document::id).sorted(java.util.Comparator.reverseOrder()).toList();
        return new Matches(found.subList(0, Math.min(query.limit(), found.size())), found.size() > query.limit());
    }

    private static boolean asked(TypeInfo type, Set<String> names, FieldInfo field) {
        return names.isEmpty() ? field.search() > 0 || field.name().equals(type.titleField()) : names.contains(field.name());
    }

    private static boolean holds(FieldInfo field, List<String> texts, String part) {
        boolean dialled = field.type() == FieldType.PHONE || field.type() == FieldType.PHONES;
        return texts.stream().anyMatch(text -> dialled ? Fold.dialled(part) && Fold.digits(text).contains(Fold.digits(part)) : Fold.contains(text, part));
    }

    @Override
    public IndexState state() {
        return new IndexState(List.of(), 100, 0, 0, 0);
    }
}
