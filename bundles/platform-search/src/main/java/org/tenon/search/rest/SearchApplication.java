package org.tenon.search.rest;

import java.util.Set;
import javax.ws.rs.core.Application;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsApplicationBase;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsName;
import org.tenon.sdk.record.RecordDirectory;
import org.tenon.sdk.record.Records;
import org.tenon.sdk.search.SearchEngine;
import org.tenon.sdk.text.Labels;

/** {@code /api/search}. */
@Component(service = Application.class)
@JaxrsApplicationBase("/api/search")
@JaxrsName("search")
public final class SearchApplication extends Application {

    private final Set<Object> resources;

    @Activate
    public SearchApplication(@Reference SearchEngine engine, @Reference Records records, @Reference RecordDirectory directory, @Reference Labels labels) {
        this.resources = Set.of(new SearchResource(new Groups(engine, records, directory, labels), engine));
    }

    @Override
    public Set<Object> getSingletons() {
        return resources;
    }
}
