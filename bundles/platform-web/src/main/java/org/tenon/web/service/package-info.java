/** Services that come and go. */
@NullMarked
package org.tenon.web.service;

import org.jspecify.annotations.NullMarked;
