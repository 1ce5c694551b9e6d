package org.tenon.sdk.rest;

import java.io.InputStream;

/**
 * A file sent to a resource method, as the whole body or as the first file part of a multipart form. Large ones lie on disk, not in memory.
 *
 * @param fileName    as the sender named it, without folders; empty if not named
 * @param contentType as the sender called it
 * @param stream      read once; the platform closes it
 */
public record Upload(String fileName, String contentType, InputStream stream) {
}
