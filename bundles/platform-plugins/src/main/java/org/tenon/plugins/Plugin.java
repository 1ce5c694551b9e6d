package org.tenon.plugins;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tenon.plugins.archive.Inspection;

/**
 * An area or plugin that can be, or is, installed.
 *
 * @param name       of its feature
 * @param label      what people call it
 * @param version    that is installed, or would be
 * @param reason     why it failed; empty otherwise
 * @param since      it has been in this state; null for what the distribution brought
 * @param by         who brought it there; empty for the distribution
 * @param versions   it can be brought to, newest first
 * @param previous   the version before, which a rollback leads to; null for none
 * @param requires   plugins it needs
 * @param requiredBy installed plugins that need it
 * @param content    what its archive holds; null where it is not one archive
 * @param takesOver  the area whose place it takes and whose records it can copy now; null for none
 */
public record Plugin(String name, String label, String version, State state, String reason, @Nullable Instant since, String by, Origin origin,
                     List<String> versions, @Nullable String previous, List<String> requires, List<String> requiredBy, @Nullable Inspection content, @Nullable Area takesOver) {

    /** In one line, for the console. */
    public String told() {
        return name + " " + version + " is " + state.name().toLowerCase(Locale.ROOT);
    }

    /** Where it stands. */
    public enum State {
        /** Not installed. */
        AVAILABLE,
        /** Installed and serving. */
        ACTIVE,
        /** Installed and stopped by an administrator. */
        STOPPED,
        /** Installed, and not all of it runs. */
        FAILED
    }

    /** An area, and what people call it. */
    public record Area(String name, String label) {
    }

    /** Where it came from. */
    public enum Origin {
        DISTRIBUTION, UPLOADED
    }
}
