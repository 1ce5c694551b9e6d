package org.tenon.persistence;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What a part of the platform keeps about an area's records beside the area's own tables: history, custom fields, rights. When an area's data is
 * purged all of it is copied, then taken away. The area's name is small letters and digits, so it may stand in SQL as it is; nobody writes any of this meanwhile.
 */
@ConsumerType
public interface AreaRemains {

    /** Takes in what is copied beside rows. */
    @FunctionalInterface
    interface Copies {

        /** @param name of a file in the copy, unique */
        void add(String name, InputStream content) throws IOException;
    }

    /** In the order in which they can be deleted. */
    List<AreaRows> rows(String area);

    /** Copies what is more than rows of tables. */
    default void copy(String area, Copies copies) throws IOException {
    }

    /** Takes away what is more than rows that are not kept; called before those are deleted. Called again if it was broken off. */
    default void purge(String area) {
    }
}
