package org.tenon.sdk.record;

import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Columns of an import file that make a second record beside each row's own, such as the contact in a customer's row. It is made when any
 * of its columns has a value, in the row's transaction; if it is refused, so is the row.
 */
@ConsumerType
public interface ImportCompanion {

    /** Full name of the imported type. */
    String type();

    /** Full name of the type made beside it. */
    String companion();

    /**
     * Field of the companion → text key of the area for its header ({@code <key>.aliases} for further headers). Takes precedence over the
     * imported type's own fields of the same header.
     */
    Map<String, String> columns();

    /** The companion's values from its columns and the id of the row's own record. */
    Map<String, Object> values(RecordId main, Map<String, String> cells);
}
