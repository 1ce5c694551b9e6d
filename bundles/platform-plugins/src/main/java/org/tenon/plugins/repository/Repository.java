package org.tenon.plugins.repository;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.apache.felix.utils.version.VersionTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tenon.plugins.archive.Inspector;
import org.tenon.plugins.refusal.Refusal;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.lint.text.Sentence;
import org.tenon.sdk.lint.zip.Budget;

/**
 * What the configured places offer: {@code plugins.repository} in {@code conf/tenon.properties}, folders and {@code http(s)} addresses, separated by
 * commas. Safe for all threads.
 */
public final class Repository {

    private static final Logger LOG = LoggerFactory.getLogger(Repository.class);
    private static final String SETTING = "plugins.repository";

    private final List<Place> places;

    Repository(List<Place> places) {
        this.places = List.copyOf(places);
    }

    /** @param home TENON_HOME: a folder that is no absolute path lies below it */
    public static Repository configured(Properties settings, Path home) {
        return new Repository(Arrays.stream(settings.getProperty(SETTING, "").split(",")).map(String::strip).filter(name -> !name.isEmpty())
            .map(name -> place(name, home)).toList());
    }

    private static Place place(String name, Path home) {
        return name.matches("https?://.+") ? new WebPlace(URI.create(name), name, Budget.FILE) : new FolderPlace(home.resolve(name), name);
    }

    /**
     * What is offered, by name, newest version first.
     *
     * @param problems places that could not be read and why, for people
     */
    public record Listing(List<Offered> items, List<String> problems) {

        public Listing {
            items = List.copyOf(items);
            problems = List.copyOf(problems);
        }
    }

    /** Asks every place now, and tells of problems in the language; one that does not answer does not keep the others away. */
    public Listing list(Locale locale) {
        List<Offered> items = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Place place : places) {
            try {
                items.addAll(place.list());
            } catch (IOException e) {
                LOG.warn("{} offers nothing: {}", place.name(), e.toString());
                problems.add(Sentence.of("plugins.said.place", place.name(), PlaceException.sentence(e)).in(locale));
            }
        }
        items.sort(Comparator.comparing(Offered::name)
            .thenComparing(Comparator.comparing((Offered item) -> VersionTable.getVersion(item.version())).reversed()));
        return new Listing(items, problems);
    }

    /**
     * Copies an archive to a file that is not there yet, and checks that it is the one offered.
     *
     * @throws TenonException NOT_FOUND for an unknown id, CONFLICT if it cannot be fetched or its sum is another one; then the file is not there
     */
    public Offered fetch(String id, Path target) throws IOException {
        for (Place place : places) {
            Optional<Offered> offered = find(place, id);
            if (offered.isPresent()) {
                try {
                    place.fetch(offered.get(), target);
                    String sum = Inspector.sha256(target);
                    if (sum.equals(offered.get().sha256())) {
                        return offered.get();
                    }
                    Files.delete(target);
                    throw Refusal.conflict("plugins.said.otherSum", offered.get().name(), offered.get().version(), place.name(), sum);
                } catch (IOException e) {
                    Files.deleteIfExists(target);
                    throw Refusal.conflict("plugins.said.notFetched", offered.get().name(), place.name(), PlaceException.sentence(e));
                }
            }
        }
        throw Refusal.notFound("plugins.said.notOffered", id);
    }

    private static Optional<Offered> find(Place place, String id) {
        try {
            return place.list().stream().filter(offered -> offered.id().equals(id)).findFirst();
        } catch (IOException e) {
            LOG.warn("{} offers nothing: {}", place.name(), e.toString());
            return Optional.empty();
        }
    }
}
