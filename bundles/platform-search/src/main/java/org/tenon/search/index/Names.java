package org.tenon.search.index;

/** The names of the index's fields. A record's field has index fields of its own, so that nobody finds by what they may not see. */
public final class Names {

    /** {@code <type>/<id>}: one document for each record. */
    static final String KEY = "key";
    public static final String TYPE = "type";
    /** Whom the record is open to. */
    public static final String HOLDER = "holder";
    /** Present in the recycle bin. */
    public static final String DELETED = "deleted";
    /** The record's id, to sort by and to answer. */
    public static final String ID = "id";
    /** Characters of the title, to sort by. */
    public static final String LENGTH = "length";

    /** Letters of a sound, and of initials, that are kept from each piece on. */
    public static final int SOUND = 32;

    private Names() {
    }

    /** What is written, by characters and pairs; of numbers dialled their digits. */
    public static String written(String type, String field) {
        return type + "#" + field;
    }

    /** What is written, folded, whole. */
    public static String whole(String type, String field) {
        return type + "#" + field + "~whole";
    }

    /** Its sound from each piece to the end: {@code zhongguoyidong guoyidong yidong dong}. */
    public static String sound(String type, String field) {
        return type + "#" + field + "~sound";
    }

    /** The initials of its sound, likewise: {@code zgyd gyd yd d}. */
    public static String initials(String type, String field) {
        return type + "#" + field + "~initials";
    }
}
