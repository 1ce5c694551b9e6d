package org.tenon.sdk.record;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares an entity class as a record type. Texts of the area: {@code <name>} (singular), {@code <name>.plural}, {@code <name>.<field>},
 * {@code <name>.section.<section>}, {@code <name>.action.<action>}; optional {@code <name>.<field>.help}, {@code <name>.<field>.aliases}
 * (further headers an import understands, comma separated).
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface RecordType {

    /** The area: REST path, table prefix, text prefix. */
    String area();

    /** Singular, lower camel case; the type's full name is {@code <area>.<name>}. */
    String name();

    /** The path under the area, such as {@code customers}. */
    String plural();

    /** The field a record is called by. */
    String title();

    /** A field name, with {@code -} for descending. The table needs an index on it. */
    String defaultSort() default "-createdAt";

    /** Sections of form and record page, in order; a field without one lies in the first. */
    String[] sections() default {"main"};

    /** Actions with a permission of their own, besides {@code read create update delete import export}. */
    String[] actions() default {};

    /** Types whose records stand on this type's page: {@code <type>#<field>}, the field being the reference to this one. */
    String[] related() default {};

    /**
     * The field that refers to the record this one belongs to, such as a contact's customer: whoever is on that record's team, or has it shared,
     * may do the same with this one as far as their roles allow it with this type. One step; the field's column needs an index. Empty: none.
     */
    String follows() default "";
}
