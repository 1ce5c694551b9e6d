package org.tenon.identity.session;

import java.util.List;
import java.util.Locale;
import org.tenon.sdk.text.Labels;

/** The language to answer a browser in. */
public final class Languages {

    private Languages() {
    }

    /** The first language of the browser's that we speak, else Simplified Chinese. @param accepted in the browser's order */
    public static Locale of(List<Locale> accepted) {
        for (Locale wanted : accepted) {
            if (wanted.getLanguage().equals("zh")) {
                boolean traditional = wanted.getScript().equals("Hant") || List.of("TW", "HK", "MO").contains(wanted.getCountry());
                return traditional ? Locale.TRADITIONAL_CHINESE : Locale.SIMPLIFIED_CHINESE;
            }
            if (wanted.getLanguage().equals("en")) {
                return Locale.ENGLISH;
            }
        }
        return Labels.LOCALES.get(0);
    }
}
