package org.tenon.records.custom;

import org.tenon.sdk.record.Dictionary;

/** The options of a choice as a dictionary. */
final class Options {

    private Options() {
    }

    static Dictionary dictionary(Definition definition) {
        return new Dictionary(definition.dictionary(), definition.settings().options().stream()
                .map(option -> new Dictionary.Item(option.value(), option.parent(), option.color(), Languages.byLocale(option.labels()), option.retired())).toList());
    }
}
