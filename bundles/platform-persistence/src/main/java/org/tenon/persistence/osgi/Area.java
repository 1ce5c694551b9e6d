package org.tenon.persistence.osgi;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Dictionary;
import java.util.Hashtable;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.wiring.BundleWiring;
import org.tenon.persistence.PersistenceUnit;
import org.tenon.persistence.unit.JpaUnit;
import org.tenon.persistence.unit.Units;

/** The unit of one bundle, from the bundle's start to its stop. */
final class Area {

    private final BundleContext context;
    private final Bundle bundle;
    private final AreaHeaders headers;
    private @Nullable JpaUnit unit;
    private @Nullable ServiceRegistration<PersistenceUnit> registration;
    private boolean gone;

    /** @param context in whose name the service is registered: the platform's */
    Area(BundleContext context, Bundle bundle, AreaHeaders headers) {
        this.context = context;
        this.bundle = bundle;
        this.headers = headers;
    }

    Bundle bundle() {
        return bundle;
    }

    /**
     * Migrates, opens the unit and offers it; does nothing if the bundle has been stopped meanwhile.
     *
     * @throws SQLException if the database cannot be reached
     */
    void open(Units units, EnhancedClasses enhanced) throws SQLException, IOException, ClassNotFoundException {
        JpaUnit opened;
        synchronized (this) {
            if (gone) {
                return;
            }
            opened = units.open(headers.area(), bundle.adapt(BundleWiring.class).getClassLoader(), headers.load(bundle), AreaHeaders.scripts(bundle));
            enhanced.remember(opened.managed());
            unit = opened;
        }
        // Outside the lock, as whoever waits for the service starts on this thread.
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(PersistenceUnit.AREA, headers.area());
        ServiceRegistration<PersistenceUnit> offered = context.registerService(PersistenceUnit.class, opened, properties);
        synchronized (this) {
            if (!gone) {
                registration = offered;
                return;
            }
        }
        offered.unregister();
    }

    /** Takes the service back, waits for the transactions that use the unit, and closes it. */
    void close() {
        ServiceRegistration<PersistenceUnit> offered;
        JpaUnit open;
        synchronized (this) {
            gone = true;
            offered = registration;
            open = unit;
            registration = null;
            unit = null;
        }
        if (offered != null) {
            offered.unregister();
        }
        if (open != null) {
            open.close();
        }
    }

    @Override
    public String toString() {
        return headers.area() + " of " + bundle.getSymbolicName() + " " + bundle.getVersion();
    }
}
