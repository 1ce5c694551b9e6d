package org.tenon.sdk.parameter;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** Parameters an area brings, for as long as the service is registered. */
@ConsumerType
public interface ParameterContribution {

    /** The same at every call. */
    List<Parameter> parameters();
}
