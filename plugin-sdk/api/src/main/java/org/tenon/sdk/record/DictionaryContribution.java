package org.tenon.sdk.record;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** Dictionaries an area brings. */
@ConsumerType
public interface DictionaryContribution {

    /** The same at every call. */
    List<Dictionary> dictionaries();
}
