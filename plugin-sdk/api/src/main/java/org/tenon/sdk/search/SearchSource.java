package org.tenon.sdk.search;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.record.Change;
import org.tenon.sdk.record.FieldInfo;
import org.tenon.sdk.record.TypeInfo;

/** What an index is made of: records as documents, and what a caller may find. Offered by the record engine. Safe for all threads. */
@ProviderType
public interface SearchSource {

    /** The fields of a type that documents have: texts of every kind, numbers dialled, addresses, tags. */
    List<FieldInfo> fields(TypeInfo type);

    /**
     * The records with these ids as they are now, in the recycle bin too; those that are gone for good are left out.
     *
     * @param ids at most 500
     * @throws org.tenon.sdk.TenonException NOT_FOUND if the type's area is not installed, UNAVAILABLE while it is being exchanged
     */
    List<Document> read(String type, Collection<Long> ids);

    /** The ids of a type's records, ascending, in the recycle bin too. @param after 0 for the first @param limit at most 500 */
    List<Long> ids(String type, long after, int limit);

    /**
     * The ids of a type's records that follow the changed record, ascending, if the change is one of that record's team or shares: whom they are
     * open to has changed with it. Empty for every other change.
     *
     * @param after 0 for the first
     * @param limit at most 500
     */
    List<Long> following(String type, Change change, long after, int limit);

    /** How many records a type has, in the recycle bin too. It counts: for rare use. */
    long count(String type);

    /**
     * What the caller may find of a type.
     *
     * @param deleted in the recycle bin
     * @throws org.tenon.sdk.TenonException NOT_FOUND if nothing
     */
    Sight sight(Caller caller, TypeInfo type, boolean deleted);

    /**
     * A record as it goes into the index.
     *
     * @param title   null if it has none
     * @param deleted in the recycle bin
     * @param holders whom it is open to: tokens that {@link Sight#tokens} are compared with
     * @param texts   by field name; a field of several values has several texts
     */
    record Document(String type, long id, @Nullable String title, boolean deleted, Set<String> holders, Map<String, List<String>> texts) {
    }

    /**
     * @param everything all records of the type, whatever their holders
     * @param tokens     else those with one of these holders
     * @param fields     names of the fields whose values the caller may see
     */
    record Sight(boolean everything, Set<String> tokens, Set<String> fields) {
    }
}
