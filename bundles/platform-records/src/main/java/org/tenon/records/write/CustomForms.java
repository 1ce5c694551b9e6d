package org.tenon.records.write;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tenon.sdk.record.CustomField;
import org.tenon.sdk.record.FieldInfo;
import org.tenon.sdk.record.Money;
import org.tenon.sdk.record.Problems;

/** The limits only custom fields have: a pattern, bounds that need not be whole. */
final class CustomForms {

    /** What a pattern may take for one value; beyond it the value counts as unfit. */
    private static final Duration PATIENCE = Duration.ofMillis(200);

    private CustomForms() {
    }

    /** The value, or {@link Coercion#REFUSED}. */
    static @Nullable Object within(FieldInfo field, CustomField custom, @Nullable Object value, Problems problems) {
        if (custom.pattern() != null && value instanceof String text && !matches(custom.pattern(), text)) {
            return Coercion.refuse(problems, field, "pattern");
        }
        BigDecimal number = value instanceof BigDecimal decimal ? decimal : value instanceof Long whole ? BigDecimal.valueOf(whole)
                : value instanceof Money money ? money.amount() : null;
        if (number != null && custom.least() != null && number.compareTo(custom.least()) < 0) {
            return Coercion.refuse(problems, field, "tooSmall", custom.least().toPlainString());
        }
        if (number != null && custom.most() != null && number.compareTo(custom.most()) > 0) {
            return Coercion.refuse(problems, field, "tooLarge", custom.most().toPlainString());
        }
        return value;
    }

    private static boolean matches(String pattern, String text) {
        try {
            return Pattern.compile(pattern).matcher(new Hasty(text, System.nanoTime() + PATIENCE.toNanos())).matches();
        } catch (Hasty.Late e) {
            return false;
        }
    }

    /** A text that stops being read after a while: patterns can take exponential time. */
    private record Hasty(CharSequence text, long until) implements CharSequence {

        private static final class Late extends RuntimeException {
            private static final long serialVersionUID = 1L;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if ((index & 31) == 0 && System.nanoTime() > until) {
                throw new Late();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
