package org.tenon.sdk.lint.zip;

import java.io.IOException;

/** The file is no archive that could be a plugin, or may not be opened; the message says why, for people. */
public final class ArchiveException extends IOException {

    private static final long serialVersionUID = 1L;

    public ArchiveException(String message) {
        super(message);
    }

    public ArchiveException(String message, Throwable cause) {
        super(message, cause);
    }
}
