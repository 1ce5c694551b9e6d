package org.tenon.sdk.shell;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** Offers widgets for the start page for as long as the service is registered. */
@ConsumerType
public interface DashboardContribution {

    /** Area whose texts hold the titles. */
    String area();

    /** The same at every call, in any order. */
    List<DashboardWidget> widgets();
}
