package org.tenon.sdk.search;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Finds records by what is written in them. It follows the change log, so its answers are up to {@link #LAG_SECONDS} behind what is stored;
 * whoever shows records found reads them again, which also checks the caller's rights once more. Safe for all threads.
 */
@ProviderType
public interface SearchEngine {

    /** How far answers may be behind a commit, in seconds, while the machine keeps up. */
    int LAG_SECONDS = 2;

    /** Hits of one query that are answered at most. */
    int MOST = 1_000;

    /**
     * The records of one type that the present caller may see and that match by fields they may see.
     *
     * @throws org.tenon.sdk.TenonException UNAVAILABLE while the type is being taken into the index, NOT_FOUND if the caller may not read it
     */
    Matches find(SearchQuery query);

    /** How far the index is. */
    IndexState state();

    /**
     * @param ids    best first, or newest first if so wanted
     * @param capped true if more matched than were wanted
     */
    record Matches(List<Long> ids, boolean capped) {

        public Matches {
            ids = List.copyOf(ids);
        }
    }

    /**
     * @param building  types that are not answered yet, by name; empty when all is there
     * @param percent   of the records of those types, how many are taken in: 0–100
     * @param documents records in the index
     * @param position  the change up to which the index is complete
     * @param pending   changes that are not in it yet
     */
    record IndexState(List<String> building, int percent, long documents, long position, long pending) {

        public IndexState {
            building = List.copyOf(building);
        }
    }
}
