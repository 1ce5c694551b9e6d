package org.tenon.sdk.text;

import java.util.Locale;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** Texts that no file holds, such as the labels of custom fields. Registered as a service; {@link Labels} asks it for what the areas' files lack. Safe for all threads. */
@ConsumerType
public interface TextSource {

    /** The text of the key, empty if this source has none; never formatted. Answers at once. */
    Optional<String> text(String area, String key, Locale locale);
}
