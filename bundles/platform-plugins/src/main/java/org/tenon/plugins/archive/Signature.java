package org.tenon.plugins.archive;

/**
 * Who signed an archive.
 *
 * @param by the signer's certificate's name, such as {@code CN=Loyalty Ltd}; empty if unsigned
 */
public record Signature(State state, String by) {

    /** How far it can be relied on. */
    public enum State {
        /** Nobody vouches for it. */
        UNSIGNED,
        /** Whole, and signed by someone trusted here. */
        VALID,
        /** Whole, and signed by someone not known here, or with a certificate out of its time. */
        UNTRUSTED,
        /** Changed after it was signed. */
        TAMPERED
    }

    static final Signature NONE = new Signature(State.UNSIGNED, "");
}
