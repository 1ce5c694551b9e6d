package org.tenon.search.rest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tenon.search.query.Words;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.RecordDirectory;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordStore;
import org.tenon.sdk.record.RecordView;
import org.tenon.sdk.record.Records;
import org.tenon.sdk.record.TypeInfo;
import org.tenon.sdk.search.SearchEngine;
import org.tenon.sdk.search.SearchQuery;
import org.tenon.sdk.text.Labels;

/** Records found, by type. What was found is read again, so it is what is stored now and what the caller may see of it now. */
final class Groups {

    private final SearchEngine engine;
    private final Records records;
    private final RecordDirectory directory;
    private final Labels labels;

    Groups(SearchEngine engine, Records records, RecordDirectory directory, Labels labels) {
        this.engine = engine;
        this.records = records;
        this.directory = directory;
        this.labels = labels;
    }

    /** @param wanted types, empty for all @throws TenonException NOT_FOUND for a wanted type the caller may not read, UNAVAILABLE if it is being built */
    List<Map<String, Object>> of(String text, List<String> wanted, int limit) {
        List<String> words = Words.of(text);
        List<Map<String, Object>> groups = new ArrayList<>();
        if (words.isEmpty()) {
            return groups;
        }
        for (String name : wanted.isEmpty() ? directory.types().stream().map(TypeInfo::name).toList() : wanted) {
            try {
                group(name, text, words, limit, groups);
            } catch (TenonException e) {
                boolean passed = e.kind() == Kind.NOT_FOUND || e.kind() == Kind.UNAVAILABLE;
                if (!wanted.isEmpty() || !passed) {
                    throw e;
                }
            }
        }
        return groups;
    }

    private void group(String name, String text, List<String> words, int limit, List<Map<String, Object>> groups) {
        SearchEngine.Matches found = engine.find(SearchQuery.words(name, text, limit));
        if (found.ids().isEmpty()) {
            return;
        }
        RecordStore<?> store = records.of(name);
        List<RecordView> views = store.get(found.ids().stream().map(RecordId::new).toList());
        TypeInfo type = store.type();
        Found shown = new Found(type, labels, Caller.current().locale(), words);
        Map<String, Object> group = new LinkedHashMap<>();
        group.put("type", name);
        group.put("label", labels.text(type.area(), type.simpleName() + ".plural", Caller.current().locale()));
        group.put("route", type.route());
        group.put("items", views.stream().map(shown::item).toList());
        group.put("more", found.capped());
        if (!views.isEmpty()) {
            groups.add(group);
        }
    }
}
