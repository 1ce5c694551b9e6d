package org.tenon.web.openapi;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.record.TypeInfo;

/**
 * A resource method to be described.
 *
 * @param type     the record type of its resource, null without
 * @param method   the one with the JAX-RS annotations
 * @param standard one of the calls that every record type has
 */
record Call(String area, @Nullable TypeInfo type, Method method, boolean standard) {
}
