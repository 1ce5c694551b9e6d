package org.tenon.testkit;

/** The databases Tenon runs on; whatever touches SQL is tested on both. */
public enum DatabaseKind {
    DERBY, POSTGRESQL
}
