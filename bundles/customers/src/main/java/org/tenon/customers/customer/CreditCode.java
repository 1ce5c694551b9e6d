package org.tenon.customers.customer;

/** The unified social credit code (统一社会信用代码) of GB 32100-2015: 17 characters and a check character. */
public final class CreditCode {

    private static final int LENGTH = 18;

    /** Without I O S V Z, which are too easily misread; a character's place is its value. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int MODULUS = 31;

    private CreditCode() {
    }

    /** True for 18 characters of the code's alphabet, in upper case, of which the last agrees with the others. */
    public static boolean valid(String code) {
        return code.length() == LENGTH
            && code.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
            && code.charAt(LENGTH - 1) == check(code);
    }

    /**
     * The check character of a code's first 17: the n-th counts 3ⁿ⁻¹ times, and the sum with the check character is divisible by 31.
     *
     * @param code at least 17 characters of the code's alphabet
     */
    public static char check(String code) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += ALPHABET.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % MODULUS;
        }
        return ALPHABET.charAt((MODULUS - sum % MODULUS) % MODULUS);
    }
}
