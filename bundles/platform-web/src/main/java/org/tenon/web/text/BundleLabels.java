package org.tenon.web.text;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.util.tracker.BundleTracker;
import org.tenon.sdk.text.Labels;
import org.tenon.sdk.text.TextSource;

/** Reads the texts of every started bundle with the header {@code Tenon-Area} once and forgets them when it stops. */
@Component(service = Labels.class, immediate = true)
public final class BundleLabels extends BundleTracker<Texts> implements Labels {

    private static final String AREA = "Tenon-Area";

    /** The newest bundle of an area first: while it is being exchanged there may be two. */
    private final Map<String, List<Texts>> areas = new ConcurrentHashMap<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<TextSource> sources = List.of();

    @Activate
    public BundleLabels(BundleContext context) {
        super(context, Bundle.STARTING | Bundle.ACTIVE | Bundle.STOPPING, null);
        open();
    }

    @Override
    @Deactivate
    public void close() {
        super.close();
    }

    @Override
    public @Nullable Texts addingBundle(Bundle bundle, BundleEvent event) {
        String area = area(bundle);
        if (area == null) {
            return null;
        }
        Texts texts = new Texts(area, bundle::getEntry);
        areas.merge(area, List.of(texts), (there, added) -> Stream.concat(added.stream(), there.stream()).toList());
        return texts;
    }

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, Texts texts) {
        areas.computeIfPresent(String.valueOf(area(bundle)), (area, there) -> {
            List<Texts> left = there.stream().filter(one -> one != texts).toList();
            return left.isEmpty() ? null : left;
        });
    }

    @Override
    public Optional<String> find(String area, String key, Locale locale, Object... args) {
        return areas.getOrDefault(area, List.of()).stream()
                .flatMap(texts -> texts.find(key, locale).stream()).findFirst()
                .or(() -> sources.stream().flatMap(source -> source.text(area, key, locale).stream()).findFirst())
                .map(text -> args.length == 0 ? text : new MessageFormat(text, locale).format(args));
    }

    private static @Nullable String area(Bundle bundle) {
        return bundle.getHeaders("").get(AREA);
    }
}
