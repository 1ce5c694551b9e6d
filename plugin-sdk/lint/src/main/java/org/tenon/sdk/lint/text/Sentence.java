package org.tenon.sdk.lint.text;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Something said to people: kept as its key and what is put into it, so that everyone reads it in their own language, also later. Immutable.
 *
 * @param key       {@code <file>.<name>}: the text {@code name} of the file, a {@link MessageFormat}; {@code lint.…} lies beside this class, others in
 *                  {@code i18n/<file>_{en,zh_CN,zh_TW}.properties}
 * @param arguments strings as they are; sentences in the language of the whole
 */
public record Sentence(String key, List<Object> arguments) {

    public Sentence {
        arguments = List.copyOf(arguments);
    }

    /** @param arguments sentences stay sentences, anything else is put in as its text */
    public static Sentence of(String key, Object... arguments) {
        return new Sentence(key, Stream.of(arguments).map(argument -> argument instanceof Sentence ? argument : String.valueOf(argument)).toList());
    }

    /** What others said, a database for instance: the same in every language. */
    public static Sentence verbatim(String text) {
        return of("lint.verbatim", text);
    }

    /** One after the other; there must be one at least. */
    public static Sentence all(List<Sentence> sentences) {
        Sentence first = sentences.get(0);
        return sentences.size() == 1 ? first : of("lint.and", first, all(sentences.subList(1, sentences.size())));
    }

    /** In Simplified or Traditional Chinese, else in English; the key where the file has no such text. */
    public String in(Locale locale) {
        Object[] shown = arguments.stream().map(argument -> argument instanceof Sentence part ? part.in(locale) : argument).toArray();
        return SentenceTexts.find(key, locale).map(text -> new MessageFormat(text, Locale.ROOT).format(shown)).orElse(key);
    }

    /** In English, for logs. */
    @Override
    public String toString() {
        return in(Locale.ENGLISH);
    }
}
