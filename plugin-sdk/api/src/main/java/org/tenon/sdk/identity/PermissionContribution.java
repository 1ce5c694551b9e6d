package org.tenon.sdk.identity;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** Functions an area protects that belong to no record type. Labels: key {@code permission.<function>} in the area's texts. */
@ConsumerType
public interface PermissionContribution {

    /** Area whose texts hold the labels. */
    String area();

    /** Names such as {@code plugins:manage}. */
    List<String> functions();
}
