package org.tenon.sdk.text;

/** Chinese characters from one script into the other, one by one. */
public enum Script {
    /** Traditional to Simplified. */
    SIMPLIFIED("t2s.txt"),
    /** Simplified to Traditional, as names of places have them. */
    TRADITIONAL("s2t.txt");

    private final char[] table = new char[65_536];

    Script(String resource) {
        for (int i = 0; i < table.length; i++) {
            table[i] = (char) i;
        }
        for (String line : Resource.lines(Script.class, resource)) {
            for (int i = 0; i + 1 < line.length(); i += 2) {
                table[line.charAt(i)] = line.charAt(i + 1);
            }
        }
    }

    /** The text with every character of the other script replaced; of the same length. */
    public String of(String text) {
        char[] chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            chars[i] = table[chars[i]];
        }
        return new String(chars);
    }
}
