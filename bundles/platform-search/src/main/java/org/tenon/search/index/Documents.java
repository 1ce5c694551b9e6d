package org.tenon.search.index;

import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.tenon.sdk.record.FieldInfo;
import org.tenon.sdk.record.TypeInfo;
import org.tenon.sdk.search.SearchSource;
import org.tenon.sdk.text.Fold;
import org.tenon.sdk.text.Titles;

/** Records' documents as Lucene's. */
final class Documents {

    private static final FieldType GRAMS = new FieldType();

    static {
        GRAMS.setTokenized(true);
        GRAMS.setOmitNorms(true);
        GRAMS.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
        GRAMS.freeze();
    }

    private Documents() {
    }

    static Term key(String type, long id) {
        return new Term(Names.KEY, type + "/" + id);
    }

    static Document of(TypeInfo type, List<FieldInfo> fields, SearchSource.Document record) {
        Document document = new Document();
        document.add(new StringField(Names.KEY, key(record.type(), record.id()).text(), Field.Store.NO));
        document.add(new StringField(Names.TYPE, record.type(), Field.Store.NO));
        document.add(new NumericDocValuesField(Names.ID, record.id()));
        document.add(new NumericDocValuesField(Names.LENGTH, record.title() == null ? 0 : record.title().length()));
        if (record.deleted()) {
            document.add(new StringField(Names.DELETED, "1", Field.Store.NO));
        }
        record.holders().forEach(holder -> document.add(new StringField(Names.HOLDER, holder, Field.Store.NO)));
        for (FieldInfo field : fields) {
            record.texts().getOrDefault(field.name(), List.of()).forEach(text -> add(document, type, field, text));
        }
        return document;
    }

    private static void add(Document document, TypeInfo type, FieldInfo field, String text) {
        String folded = Shape.dialled(field) ? Fold.digits(text) : Fold.of(text);
        document.add(new Field(Names.written(type.name(), field.name()), new Grams(folded), GRAMS));
        if (!Shape.name(type, field)) {
            return;
        }
        document.add(new StringField(Names.whole(type.name(), field.name()), cut(folded, Titles.MAX), Field.Store.NO));
        if (Titles.chinese(text)) {
            List<Titles.Sound> pieces = Titles.sounds(cut(text, Titles.MAX));
            endings(document, Names.sound(type.name(), field.name()), pieces.stream().map(Titles.Sound::text).toList());
            endings(document, Names.initials(type.name(), field.name()), pieces.stream().map(Titles.Sound::initial).toList());
        }
    }

    private static void endings(Document document, String name, List<String> pieces) {
        StringBuilder rest = new StringBuilder();
        for (int i = pieces.size() - 1; i >= 0; i--) {
            rest.insert(0, pieces.get(i));
            rest.setLength(Math.min(rest.length(), Names.SOUND));
            document.add(new StringField(name, rest.toString(), Field.Store.NO));
        }
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
