package org.tenon.sdk.shell;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** Adds entries to the shell's menu for as long as the service is registered. */
@ConsumerType
public interface MenuContribution {

    /** Area whose texts hold the labels. */
    String area();

    /** The same at every call. Groups of one id from several areas are one; the first label wins. */
    List<MenuItem> items();
}
