package org.tenon.sdk.rest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a caller needs for a resource method; on a class it holds for every method without one of its own. Refused with 401 or 403. */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Permission {

    /** Any signed-in member. */
    String MEMBER = "member";

    /** Decided by the record policy: the method does nothing but call a {@code RecordStore}. */
    String RECORD = "record";

    /** {@link #MEMBER}, {@link #RECORD}, a function such as {@code plugins:manage}, or {@code <type>:<action>}. */
    String value();
}
