package org.tenon.sdk.plugin;

import org.osgi.annotation.versioning.ProviderType;

/** Offered as a service once every plugin that is to run does, or has been given up; until then the system counts as starting. */
@ProviderType
public interface PluginsReady {
}
