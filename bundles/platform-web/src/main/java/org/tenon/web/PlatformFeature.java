package org.tenon.web;

import javax.ws.rs.Priorities;
import javax.ws.rs.core.Feature;
import javax.ws.rs.core.FeatureContext;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsApplicationSelect;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsExtension;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsName;
import org.tenon.sdk.identity.Authenticator;
import org.tenon.sdk.identity.Directory;
import org.tenon.web.access.AccessFilter;
import org.tenon.web.access.AnswerFilter;
import org.tenon.web.access.Guard;
import org.tenon.web.access.TakenFilter;
import org.tenon.web.json.Json;
import org.tenon.web.json.JsonBodies;
import org.tenon.web.json.Parameters;
import org.tenon.web.problem.ThrowableMapper;
import org.tenon.web.problem.WebExceptionMapper;
import org.tenon.web.service.Current;
import org.tenon.web.upload.UploadReader;

/**
 * What every area's application is extended by, all at once: no endpoint ever has JSON but no guard. It never comes or goes while the
 * platform runs, since each time all applications would be torn down.
 */
@Component(service = Feature.class, immediate = true)
@JaxrsExtension
@JaxrsName("tenon.platform")
@JaxrsApplicationSelect("(osgi.jaxrs.name=*)")
public final class PlatformFeature implements Feature {

    private final Json json = new Json();
    private final BundleContext context;
    private final Current<Authenticator> authenticator;
    private final Current<Directory> directory;
    private final Guard guard;
    private final SynchronousBundleListener classesGo;

    @Activate
    public PlatformFeature(BundleContext context) {
        this.context = context;
        authenticator = new Current<>(context, Authenticator.class);
        directory = new Current<>(context, Directory.class);
        guard = new Guard(authenticator, directory);
        classesGo = event -> {
            if ((event.getType() & (BundleEvent.UNRESOLVED | BundleEvent.UNINSTALLED | BundleEvent.UPDATED)) != 0) {
                json.forget();
            }
        };
        context.addBundleListener(classesGo);
    }

    @Deactivate
    void close() {
        context.removeBundleListener(classesGo);
        authenticator.close();
        directory.close();
    }

    @Override
    public boolean configure(FeatureContext application) {
        application.register(new TakenFilter(), Integer.MIN_VALUE);
        application.register(new AccessFilter(guard), Priorities.AUTHENTICATION);
        application.register(new AnswerFilter());
        application.register(new JsonBodies(json));
        application.register(new UploadReader());
        application.register(new Parameters(json));
        application.register(new ThrowableMapper());
        application.register(new WebExceptionMapper());
        return true;
    }
}
