package org.tenon.search.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.NGramPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.tenon.search.index.Names;
import org.tenon.search.index.Shape;
import org.tenon.sdk.record.FieldInfo;
import org.tenon.sdk.record.TypeInfo;
import org.tenon.sdk.search.SearchQuery;
import org.tenon.sdk.search.SearchSource.Sight;
import org.tenon.sdk.text.Fold;

/** Lucene's queries for what is asked, about one type. */
final class Queries {

    /** The same as what is written, its beginning, and a part of it. */
    private static final float SAME = 16;
    private static final float BEGINS = 8;
    private static final float HOLDS = 2;
    private static final float SOUNDS = 1.5f;
    private static final float INITIALS = 1;
    /** Digits that a part of a number must have to be looked for among others. */
    private static final int DIGITS = 3;

    private Queries() {
    }

    /** @param fields to look in, all of which the caller may see */
    static Query of(SearchQuery asked, TypeInfo type, Collection<FieldInfo> fields, Sight sight) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        all.add(new TermQuery(new Term(Names.TYPE, type.name())), Occur.FILTER);
        all.add(new TermQuery(new Term(Names.DELETED, "1")), asked.deleted() ? Occur.FILTER : Occur.MUST_NOT);
        if (!sight.everything()) {
            all.add(new TermInSetQuery(Names.HOLDER, sight.tokens().stream().map(BytesRef::new).toList()), Occur.FILTER);
        }
        if (asked.manner() == SearchQuery.Manner.CONTAINS) {
            all.add(any(fields.stream().map(field -> written(type, field, asked.text())).toList()), Occur.FILTER);
        } else {
            List<String> words = Words.of(asked.text());
            words.forEach(word -> all.add(any(fields.stream().map(field -> word(type, field, word)).toList()), Occur.MUST));
            if (words.isEmpty()) {
                return new MatchNoDocsQuery("nothing is asked");
            }
        }
        return all.build();
    }

    private static Query any(List<Query> queries) {
        return new DisjunctionMaxQuery(queries, 0);
    }

    private static Query word(TypeInfo type, FieldInfo field, String word) {
        float weight = Math.max(1, field.search());
        if (Shape.dialled(field)) {
            return Fold.digits(word).length() >= DIGITS ? score(written(type, field, word), weight * HOLDS) : new MatchNoDocsQuery("no number");
        }
        List<Query> ways = new ArrayList<>();
        String folded = Fold.of(word);
        if (Shape.name(type, field)) {
            String whole = Names.whole(type.name(), field.name());
            ways.add(score(new TermQuery(new Term(whole, folded)), weight * SAME));
            ways.add(score(new PrefixQuery(new Term(whole, folded)), weight * BEGINS));
            String typed = Words.typed(word);
            typed = typed.length() > Names.SOUND ? typed.substring(0, Names.SOUND) : typed;
            if (typed.length() > 1) {
                ways.add(score(new PrefixQuery(new Term(Names.sound(type.name(), field.name()), typed)), weight * SOUNDS));
                ways.add(score(new PrefixQuery(new Term(Names.initials(type.name(), field.name()), typed)), weight * INITIALS));
            }
        }
        if (!Words.commonplace(folded)) {
            ways.add(score(written(type, field, word), weight * HOLDS));
        }
        return ways.isEmpty() ? new MatchNoDocsQuery("too short") : any(ways);
    }

    private static Query score(Query query, float score) {
        return new BoostQuery(new ConstantScoreQuery(query), score);
    }

    /** The text is a part of what is written in the field. */
    private static Query written(TypeInfo type, FieldInfo field, String text) {
        boolean dialled = Shape.dialled(field);
        if (dialled && !Fold.dialled(text)) {
            return new MatchNoDocsQuery("no number");
        }
        int[] points = (dialled ? Fold.digits(text) : Fold.of(text)).codePoints().toArray();
        String name = Names.written(type.name(), field.name());
        if (points.length == 0) {
            return new MatchNoDocsQuery("nothing is asked");
        }
        if (points.length <= 2) {
            return new TermQuery(new Term(name, new String(points, 0, points.length)));
        }
        PhraseQuery.Builder phrase = new PhraseQuery.Builder();
        for (int i = 0; i + 1 < points.length; i++) {
            phrase.add(new Term(name, new String(points, i, 2)), i);
        }
        return new NGramPhraseQuery(2, phrase.build());
    }
}
