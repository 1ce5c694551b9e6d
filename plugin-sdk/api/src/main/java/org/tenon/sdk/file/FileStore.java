package org.tenon.sdk.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import org.tenon.sdk.record.RecordId;
import org.tenon.sdk.record.RecordRef;

/**
 * Kept files; equal contents are stored once. Nothing here asks for rights: who may see a file is decided by those who hand it out. Over REST,
 * {@code /api/files/{id}} gives a file to its member and to those who may read the record it belongs to. Safe for all threads.
 */
@ProviderType
public interface FileStore {

    /** Writes a file's content. */
    @FunctionalInterface
    interface Writer {
        void write(OutputStream out) throws IOException;
    }

    /**
     * Keeps a file for the present caller. Within a transaction it is kept if that commits; as a transaction may be repeated, a stream brought into
     * one must be opened in it.
     *
     * @param name    folders in it and signs that systems refuse are left out
     * @param content read to its end, not closed
     * @param keep    how long, null for good
     * @throws org.tenon.sdk.TenonException TOO_LARGE above the configured limit (default 200 MB), INVALID for a refused type
     */
    StoredFile keep(String name, InputStream content, @Nullable Duration keep);

    /** The same for content that is made while it is stored, such as an export; memory stays flat. */
    StoredFile keep(String name, Writer content, @Nullable Duration keep);

    Optional<StoredFile> find(RecordId id);

    /** Files of a record, newest first, at most 1,000. */
    List<StoredFile> of(RecordRef owner);

    /** Gives a file to a record, for good. @throws org.tenon.sdk.TenonException NOT_FOUND, CONFLICT if it belongs to another record */
    StoredFile attach(RecordId id, RecordRef owner);

    /** Hands a record's file over to another record. False, and nothing happens, if it is gone or does not belong to {@code from}. */
    boolean move(RecordId id, RecordRef from, RecordRef to);

    /** The content; close it. @throws org.tenon.sdk.TenonException NOT_FOUND */
    InputStream open(RecordId id);

    /** Removes the file; its content goes once no other file has the same. Nothing happens if it is gone. */
    void remove(RecordId id);
}
