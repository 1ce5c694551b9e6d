package org.tenon.persistence.osgi;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.openjpa.enhance.PCRegistry;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.SynchronousBundleListener;

/**
 * Makes OpenJPA forget the enhanced classes of bundles whose classes are gone. Not earlier: a bundle that is merely stopped keeps its class
 * loader, and classes announce themselves only once.
 */
final class EnhancedClasses implements SynchronousBundleListener {

    private final Map<Long, Set<ClassLoader>> loaders = new ConcurrentHashMap<>();

    /** Remembers whose classes these are; superclasses and embeddables of the SDK belong to the SDK's bundle. */
    void remember(Set<Class<?>> classes) {
        for (Class<?> type : classes) {
            Bundle owner = FrameworkUtil.getBundle(type);
            if (owner != null) {
                loaders.compute(owner.getBundleId(), (id, present) -> {
                    Set<ClassLoader> set = present == null ? new HashSet<>() : present;
                    set.add(type.getClassLoader());
                    return set;
                });
            }
        }
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        if (event.getType() == BundleEvent.UNRESOLVED || event.getType() == BundleEvent.UNINSTALLED) {
            Set<ClassLoader> gone = loaders.remove(event.getBundle().getBundleId());
            if (gone != null) {
                gone.forEach(PCRegistry::deRegister);
            }
        }
    }
}
