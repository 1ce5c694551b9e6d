package org.tenon.sdk.lint.rule;

import java.util.List;
import java.util.stream.Stream;
import org.tenon.sdk.lint.archive.PluginArchive;
import org.tenon.sdk.lint.text.Sentence;

/** A features file says which bundles belong together and nothing else, and its name is not one of the platform's. */
final class FeatureRule implements Rule {

    private static final String NAME = "feature";

    @Override
    public List<Finding> check(PluginArchive archive) {
        Stream<Finding> notes = archive.notes().stream().map(note -> Finding.refuse(NAME, note));
        Stream<Finding> reserved = Stream.of(archive.name()).filter(Reserved::plugin)
            .map(name -> Finding.refuse(NAME, Sentence.of("lint.feature.reserved", name)));
        return Stream.concat(notes, reserved).toList();
    }
}
