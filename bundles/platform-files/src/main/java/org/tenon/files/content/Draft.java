package org.tenon.files.content;

import java.nio.file.Path;

/**
 * A content written to the end, sealed, and not yet in its place.
 *
 * @param file   removed by {@link ContentFolder#discard} unless it was published
 * @param sha256 of the content as it was brought
 * @param size   bytes, as it was brought
 * @param head   its first bytes, at most {@link #HEAD}
 */
public record Draft(Path file, String sha256, long size, byte[] head) {

    /** As far as types are looked for. */
    static final int HEAD = 64 * 1024;
}
