package org.tenon.records.imports.file;

import java.io.IOException;
import java.io.InputStream;

/** A file's bytes, which can be read more than once. */
@FunctionalInterface
public interface Content {

    /** From the first byte; the reader closes it. */
    InputStream open() throws IOException;
}
