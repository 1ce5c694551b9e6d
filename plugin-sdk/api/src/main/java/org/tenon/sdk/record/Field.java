package org.tenon.sdk.record;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Declares an attribute of a record type as a field that people see, in the order of declaration. */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Field {

    /** {@code AUTO}: Boolean, numbers, dates, {@link Money} by their class; String is TEXT, or CHOICE with a dictionary; Long with a reference is REFERENCE. */
    FieldType type() default FieldType.AUTO;

    boolean required() default false;

    /** Longest text in characters, or the largest number; 0 is the type's own limit (text 200, long text 20,000). */
    long max() default 0;

    /** Smallest number; {@code Long.MIN_VALUE} is no limit. */
    long min() default Long.MIN_VALUE;

    /** Name of the dictionary its values come from. */
    String dictionary() default "";

    /** Full name of the type referred to; {@code *} for any. */
    String reference() default "";

    /** Place of its column in the list, from 1; 0 keeps it out unless asked for. */
    int list() default 0;

    /** Offered as a filter. */
    boolean filter() default false;

    /** Lists may be sorted by it. The table needs an index on it. */
    boolean sort() default false;

    /** Weight in the search index; 0 keeps it out. */
    int search() default 0;

    /** Personal or secret: administrators are offered to mask it, logs never show it. */
    boolean sensitive() default false;

    /** People cannot write it; rules and actions can. */
    boolean readOnly() default false;

    /** The section of the form it stands in; empty is the first. */
    String section() default "";

    /** Compared when duplicates are looked for; how is said by {@link #match}. */
    boolean duplicateKey() default false;

    /** How a {@link #duplicateKey} is compared; {@code AUTO} is by the field's type. */
    Match match() default Match.AUTO;
}
