package org.tenon.plugins.container;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.lint.text.Sentence;
import org.tenon.sdk.record.RecordDirectory;
import org.tenon.sdk.rest.Gate;
import org.tenon.sdk.rest.Gate.Answer;

/**
 * Calls a plugin that has come up, before anybody else may: the paths its header {@code Tenon-Smoke} lists, separated by commas; without one the
 * lists of its record types.
 */
public final class SmokeCheck {

    private static final String HEADER = "Tenon-Smoke";
    private static final int NOT_FOUND = 404;
    private static final int DEFECT = 500;

    private final Gate gate;
    private final RecordDirectory records;

    public SmokeCheck(Gate gate, RecordDirectory records) {
        this.gate = gate;
        this.records = records;
    }

    /** What was wrong with an answer; empty if nothing was. */
    public Optional<Sentence> failure(List<Bundle> bundles) {
        List<String> declared = bundles.stream().map(bundle -> bundle.getHeaders().get(HEADER)).filter(header -> header != null)
            .flatMap(header -> Stream.of(header.split(","))).map(String::strip).filter(path -> !path.isEmpty()).toList();
        if (!declared.isEmpty()) {
            return first(declared, NOT_FOUND);
        }
        List<String> areas = bundles.stream().map(bundle -> bundle.getHeaders().get("Tenon-Area")).filter(area -> area != null).toList();
        // A type that no resource serves has no list, which is no failure.
        return first(records.types().stream().filter(type -> areas.contains(type.area())).map(type -> type.path() + "?limit=1").toList(), DEFECT);
    }

    private Optional<Sentence> first(List<String> paths, int wrong) {
        Caller caller = Caller.system("Tenon");
        for (String path : paths) {
            Answer answer = gate.probe(path, caller);
            if (answer.status() >= DEFECT || answer.status() == wrong) {
                return Optional.of(Sentence.of("plugins.said.smoke", path, answer.status()));
            }
        }
        return Optional.empty();
    }
}
