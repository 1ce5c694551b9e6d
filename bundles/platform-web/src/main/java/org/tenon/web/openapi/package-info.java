/** The OpenAPI document, made from record types and resource methods. */
@NullMarked
package org.tenon.web.openapi;

import org.jspecify.annotations.NullMarked;
