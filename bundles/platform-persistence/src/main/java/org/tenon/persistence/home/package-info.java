/** The folder that holds everything of an installation. */
@NullMarked
package org.tenon.persistence.home;

import org.jspecify.annotations.NullMarked;
