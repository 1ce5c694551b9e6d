/** Parameters: settings of the whole installation. */
@NullMarked
package org.tenon.records.parameters;

import org.jspecify.annotations.NullMarked;
