package org.tenon.records.model;

import java.util.function.Predicate;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** Knows from the bundles' {@code Tenon-Area} header which areas with records are installed, started or not. */
final class InstalledAreas implements Predicate<String> {

    private final BundleContext context;

    InstalledAreas(BundleContext context) {
        this.context = context;
    }

    @Override
    public boolean test(String area) {
        for (Bundle bundle : context.getBundles()) {
            if (area.equals(bundle.getHeaders("").get("Tenon-Area")) && bundle.getHeaders("").get("Tenon-Persistence") != null) {
                return true;
            }
        }
        return false;
    }
}
