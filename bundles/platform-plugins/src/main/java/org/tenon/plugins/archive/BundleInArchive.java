package org.tenon.plugins.archive;

/**
 * Where a bundle lies in the archive and what it calls itself.
 *
 * @param path       of the entry; empty if the archive itself is the bundle
 * @param area       of its {@code Tenon-Area} header, may be empty
 * @param startLevel 0 where the features file gives none
 */
public record BundleInArchive(String path, String symbolicName, String version, String area, int startLevel) {
}
