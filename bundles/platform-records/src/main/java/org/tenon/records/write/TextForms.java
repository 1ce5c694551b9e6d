package org.tenon.records.write;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tenon.records.dictionary.Dictionaries;
import org.tenon.sdk.record.FieldInfo;
import org.tenon.sdk.record.FieldType;
import org.tenon.sdk.record.Problems;

/** Fields that hold one text, each with its form. Texts are stripped; an empty one is none. */
final class TextForms {

    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>()\\[\\],;:\"\\\\]+@([\\p{L}\\p{N}]([\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?\\.)+[\\p{L}\\p{N}]{2,}");
    private static final Pattern PHONE = Pattern.compile("[+＋]?[0-9 ()（）.\\-–/]*((转|轉|ext\\.?|x|#|,) ?[0-9]{1,8})?", Pattern.CASE_INSENSITIVE);

    private final Dictionaries dictionaries;

    TextForms(Dictionaries dictionaries) {
        this.dictionaries = dictionaries;
    }

    @Nullable Object attribute(FieldInfo field, Object json, Problems problems) {
        if (!(json instanceof String raw)) {
            return Coercion.refuse(problems, field, "text");
        }
        String text = raw.strip();
        if (text.isEmpty()) {
            return null;
        }
        String wrong = wrong(field.type(), text);
        if (wrong != null) {
            return Coercion.refuse(problems, field, wrong);
        }
        if (field.max() > 0 && text.length() > field.max()) {
            return Coercion.refuse(problems, field, "tooLong", field.max());
        }
        if (field.dictionary() != null && !dictionaries.has(field.dictionary(), text)) {
            return Coercion.refuse(problems, field, field.type() == FieldType.REGION ? "region" : "choice");
        }
        return field.type() == FieldType.RICH_TEXT ? RichText.of(text) : text;
    }

    /** The code of what is wrong with the text's form, null if nothing is. */
    static @Nullable String wrong(FieldType type, String text) {
        if (!storable(text)) {
            return "characters";
        }
        return switch (type) {
            case LONG_TEXT, RICH_TEXT -> null;
            case EMAIL, EMAILS -> text.length() <= 254 && EMAIL.matcher(text).matches() ? null : "email";
            case PHONE, PHONES -> phone(text) ? null : "phone";
            case URL -> url(text) ? null : "url";
            default -> text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0 ? "oneLine" : null;
        };
    }

    /** Neither database keeps NUL, and half a surrogate pair is no character. */
    private static boolean storable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return false;
            }
            if (Character.isHighSurrogate(c) && (++i == text.length() || !Character.isLowSurrogate(text.charAt(i)))) {
                return false;
            }
        }
        return true;
    }

    /** 3 to 20 digits, written as people do, an extension perhaps. */
    private static boolean phone(String text) {
        long digits = text.chars().filter(c -> c >= '0' && c <= '9').count();
        return digits >= 3 && digits <= 20 && text.length() <= 40 && PHONE.matcher(text).matches();
    }

    private static boolean url(String text) {
        try {
            URI uri = new URI(text);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(java.util.Locale.ROOT);
            return (scheme.equals("http") || scheme.equals("https")) && uri.getRawAuthority() != null && !uri.getRawAuthority().isEmpty();
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
