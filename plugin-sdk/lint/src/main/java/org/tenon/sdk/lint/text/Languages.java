package org.tenon.sdk.lint.text;

import java.util.List;
import java.util.Locale;

/** The languages everything is said in, as the names of files of texts have them. */
public final class Languages {

    public static final List<String> ALL = List.of("en", "zh_CN", "zh_TW");

    private Languages() {
    }

    /** The one a reader of this locale gets: English for whoever reads no Chinese. */
    public static String of(Locale locale) {
        if (!locale.getLanguage().equals("zh")) {
            return "en";
        }
        boolean traditional = "Hant".equals(locale.getScript()) || List.of("TW", "HK", "MO").contains(locale.getCountry());
        return traditional ? "zh_TW" : "zh_CN";
    }
}
