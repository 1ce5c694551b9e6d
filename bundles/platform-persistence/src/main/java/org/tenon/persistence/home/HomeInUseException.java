package org.tenon.persistence.home;

import java.io.IOException;
import java.nio.file.Path;

/** Another Tenon works on the folder. */
public final class HomeInUseException extends IOException {

    private static final long serialVersionUID = 1L;

    HomeInUseException(Path home) {
        super("Another Tenon is running on " + home + ". Stop it first, or start with another home.");
    }
}
