package org.tenon.records.imports;

import java.text.Normalizer;
import java.util.Locale;

/** How headers and labels are compared: without case, width and spaces. */
final class Words {

    private Words() {
    }

    static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replaceAll("[\\s\\p{Z}_*]+", "");
    }
}
