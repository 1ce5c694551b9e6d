/** Contents on disk: named by their hash, sealed with the installation's key, of a type found from their first bytes. */
@NullMarked
package org.tenon.files.content;

import org.jspecify.annotations.NullMarked;
