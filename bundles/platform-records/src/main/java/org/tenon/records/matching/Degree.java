package org.tenon.records.matching;

/** What comparing two values came to. */
enum Degree {
    SAME,
    ALIKE,
    /** One of them is missing, or it says nothing. */
    UNKNOWN,
    DIFFERENT
}
