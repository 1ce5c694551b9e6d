/** The values choice fields may have, from every installed area, and the platform's own dictionaries. */
@NullMarked
package org.tenon.records.dictionary;

import org.jspecify.annotations.NullMarked;
