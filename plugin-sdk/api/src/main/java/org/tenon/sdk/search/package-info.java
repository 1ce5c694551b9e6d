/**
 * The full-text index over records: what it is asked ({@link org.tenon.sdk.search.SearchEngine}) and what it is made of
 * ({@link org.tenon.sdk.search.SearchSource}). Neither knows how the other works, so either can be exchanged.
 */
@NullMarked
@Export
@Version("1.0.0")
package org.tenon.sdk.search;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
