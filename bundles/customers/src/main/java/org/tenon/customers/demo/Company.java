package org.tenon.customers.demo;

import java.util.Map;

/**
 * An invented company.
 *
 * @param brand  the word it is called by
 * @param domain of its mail addresses, under {@code .example}
 * @param values its file, as {@code Records} takes it
 */
record Company(String name, String brand, Place place, Trade trade, String domain, Map<String, Object> values) {

    boolean chinese() {
        return place.country().equals("CN") || place.country().equals("TW");
    }
}
