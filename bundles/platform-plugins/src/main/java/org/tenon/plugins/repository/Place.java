package org.tenon.plugins.repository;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** One configured place. Safe for all threads. */
interface Place {

    /** As configured. */
    String name();

    /** @throws IOException if it cannot be read, the message for people */
    List<Offered> list() throws IOException;

    /** Copies the archive to a file that is not there yet. Whether it is what was offered the caller checks. */
    void fetch(Offered offered, Path target) throws IOException;
}
