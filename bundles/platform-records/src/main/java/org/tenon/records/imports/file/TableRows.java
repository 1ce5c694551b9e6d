package org.tenon.records.imports.file;

import java.util.Iterator;

/** The rows of a table, front to back, blank ones left out. What is wrong with the file is thrown as {@link FileRefused}. */
public interface TableRows extends Iterator<SheetRow>, AutoCloseable {

    /** Empty for a table without headers. */
    java.util.List<String> headers();

    @Override
    void close();
}
