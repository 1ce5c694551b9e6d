package org.tenon.plugins;

/**
 * An area that can be, or is, installed.
 *
 * @param name    of its feature
 * @param version of its feature
 * @param label   what people call it
 */
public record Plugin(String name, String version, State state, String label) {

    /** Where it stands. */
    public enum State {
        /** In a repository, not installed. */
        AVAILABLE,
        /** Installed and serving. */
        ACTIVE,
        /** Installed and stopped by an administrator. */
        STOPPED,
        /** Installed, and not all of it runs. */
        FAILED
    }
}
