package org.tenon.web.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javax.ws.rs.Path;
import javax.ws.rs.core.Application;
import org.apache.cxf.jaxrs.utils.AnnotationUtils;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tenon.sdk.record.RecordDirectory;
import org.tenon.sdk.record.TypeInfo;
import org.tenon.web.service.Current;

/** The document of what is installed now: made when first asked for, again when something came or went. Safe for all threads. */
@Component(service = OpenApi.class)
public final class OpenApi {

    private static final Logger LOG = LoggerFactory.getLogger(OpenApi.class);

    private final BundleContext context;
    private final References applications;
    private final Current<RecordDirectory> directory;
    private final AtomicReference<@Nullable Made> made = new AtomicReference<>();

    /**
     * @param state what was installed
     * @param tag   for the answer's ETag
     * @param json  UTF-8
     */
    record Made(String state, String tag, byte[] json) {
    }

    @Activate
    public OpenApi(BundleContext context) {
        directory = new Current<>(context, RecordDirectory.class);
        this.context = context;
        applications = new References(context);
        applications.open();
    }

    @Deactivate
    void close() {
        applications.close();
        directory.close();
    }

    /** The present document. */
    Made document() {
        String state = applications.getTrackingCount() + "-" + directory.get().map(RecordDirectory::revision).orElse(-1L);
        Made there = made.get();
        if (there != null && there.state().equals(state)) {
            return there;
        }
        List<TypeInfo> types = directory.get().map(RecordDirectory::types).orElse(List.of());
        byte[] json = json(Document.of(resources(), types));
        Made now = new Made(state, UUID.nameUUIDFromBytes(json).toString(), json);
        made.set(now);
        return now;
    }

    private static byte[] json(Map<String, Object> document) {
        try {
            return new ObjectMapper().writeValueAsBytes(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, List<Class<?>>> resources() {
        Map<String, List<Class<?>>> resources = new HashMap<>();
        for (ServiceReference<Application> reference : applications.getTracked().values()) {
            if (reference.getProperty("osgi.jaxrs.application.base") instanceof String base) {
                resources.put(base.replaceAll("/+$", ""), classes(base, reference));
            }
        }
        return resources;
    }

    private List<Class<?>> classes(String base, ServiceReference<Application> reference) {
        Application application = context.getService(reference);
        if (application == null) {
            return List.of();
        }
        try {
            return application.getSingletons().stream().<Class<?>>map(Object::getClass)
                    .filter(type -> AnnotationUtils.getClassAnnotation(type, Path.class) != null).toList();
        } catch (RuntimeException e) {
            LOG.warn("{} went while it was being described", base, e);
            return List.of();
        } finally {
            context.ungetService(reference);
        }
    }

    /** Notes the applications without getting them: one of them has this very component. */
    private static final class References extends ServiceTracker<Application, ServiceReference<Application>> {

        References(BundleContext context) {
            super(context, Application.class, null);
        }

        @Override
        public ServiceReference<Application> addingService(ServiceReference<Application> reference) {
            return reference;
        }

        @Override
        public void removedService(ServiceReference<Application> reference, ServiceReference<Application> same) {
            // it was never got
        }
    }
}
