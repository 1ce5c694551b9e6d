package org.tenon.sdk.plugin;

import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;
import org.tenon.sdk.job.JobRun;

/**
 * Copies the records of an area into those of the plugin that takes its place (manifest header {@code Tenon-Replaces: <area>}). A service of the
 * plugin; run as a background job when an administrator asks for it, while the other area is still installed. The other's records stay as they are.
 */
@ConsumerType
public interface Takeover {

    /** The area whose records are copied. */
    String area();

    /**
     * Copies, in steps, from the start or from where {@link JobRun#state} says an interrupted run came to. Called on behalf of the administrator,
     * outside any transaction, on a thread of its own. Running it again must not copy a record twice.
     *
     * @return what to tell about it, JSON-ready, such as how many records were copied
     * @throws org.tenon.sdk.TenonException ends it with this reason
     */
    Map<String, Object> run(JobRun run);
}
