package org.tenon.records.model;

/** Names of columns from names of attributes. */
final class Naming {

    private Naming() {
    }

    /** {@code creditCode} → {@code credit_code}. */
    static String snake(String name) {
        StringBuilder out = new StringBuilder(name.length() + 4);
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isUpperCase(c) && i > 0) {
                out.append('_');
            }
            out.append(Character.toLowerCase(c));
        }
        return out.toString();
    }
}
