package org.tenon.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;

/** Asserts what a call is refused for. */
public final class Refusals {

    private Refusals() {
    }

    public static void of(Kind kind, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(TenonException.class, refused -> assertThat(refused.kind()).isEqualTo(kind));
    }

    /** INVALID, naming this field. */
    public static void invalid(String field, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(TenonException.class, refused -> {
            assertThat(refused.kind()).isEqualTo(Kind.INVALID);
            assertThat(refused.errors()).extracting("field").containsExactly(field);
            assertThat(refused.errors()).noneMatch(error -> error.message().startsWith("problem."));
        });
    }
}
