package org.tenon.plugins.repository;

/**
 * A version of a plugin that a place offers.
 *
 * @param id     says where it lies, the same at every listing; hexadecimal
 * @param label  what people call it, its name if nothing better is known
 * @param sha256 of the archive, hexadecimal
 * @param size   in bytes
 * @param place  the folder or address it comes from, as configured
 */
public record Offered(String id, String name, String version, String label, String sha256, long size, String place) {
}
