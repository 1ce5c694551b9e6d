package org.tenon.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.ws.rs.NotAllowedException;
import javax.ws.rs.NotFoundException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tenon.sdk.FieldError;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.web.exchange.ConnectionLost;

class ProblemsTest {

    record Body(int count) {
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyKindHasItsStatusAndATitleOfItsOwn(Kind kind) {
        Problem problem = Problems.of(new TenonException(kind, "why"), "R1");
        assertThat(problem.status()).isEqualTo(kind.status());
        assertThat(text(problem)).contains("\"detail\":\"why\"").doesNotContain("\"Refused\"").doesNotContain("\"Failed\"");
        assertThat(problem.retryAfter() != null).isEqualTo(kind == Kind.THROTTLED || kind == Kind.UNAVAILABLE);
    }

    @Test
    void fieldErrorsAndDetailsAreMembersOfTheDocument() {
        TenonException stale = new TenonException(Kind.STALE, "too late", List.of(new FieldError("name", "stale", "changed")),
                Map.of("conflict", Map.of("version", 4), "status", 200), null);
        assertThat(text(Problems.of(stale, "R1"))).isEqualTo("{\"type\":\"about:blank\",\"title\":\"Stale\",\"status\":412,"
                + "\"detail\":\"too late\",\"errors\":[{\"field\":\"name\",\"code\":\"stale\",\"message\":\"changed\"}],\"conflict\":{\"version\":4}}");
    }

    @Test
    void aThrottledCallSaysHowLongToWait() {
        assertThat(Problems.of(new TenonException(Kind.THROTTLED, "wait", List.of(), Map.of("retryAfter", 30), null), "R1").retryAfter())
                .isEqualTo(30);
    }

    @Test
    void aDefectTellsItsNumberAndNothingElse() {
        Problem problem = Problems.of(new IllegalStateException("jdbc:secret"), "R1");
        assertThat(problem.status()).isEqualTo(500);
        assertThat(text(problem)).contains("\"reference\":\"R1\"").doesNotContain("secret").doesNotContain("Exception");
    }

    @Test
    void aRefusalIsFoundUnderWhatWrapsIt() {
        assertThat(Problems.of(new RuntimeException(new RuntimeException(TenonException.conflict("taken"))), "R1").status()).isEqualTo(409);
    }

    @Test
    void theFieldOfABadValueIsNamedButNoClass() throws IOException {
        Problem problem = unread("{\"count\":\"x\"}");
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.errors()).extracting(FieldError::field).containsExactly("count");
        assertThat(text(problem)).doesNotContain("java").doesNotContain("Body");
        assertThat(text(unread("{\"nope\":1}"))).contains("nope: there is no such field");
        assertThat(text(unread("{\"count\":"))).contains("line 1").doesNotContain("StringReader");
    }

    @Test
    void brokenUtf8AndBadParametersAreUnreadable() {
        assertThat(Problems.of(new RuntimeException(new MalformedInputException(1)), "R1").status()).isEqualTo(400);
        assertThat(Problems.of(new NotFoundException(new NumberFormatException("x")), "R1").status()).isEqualTo(400);
    }

    @Test
    void aClientThatWentAwayIsNoDefect() {
        IOException gone = new ConnectionLost(new IOException("reset"));
        assertThat(Problems.of(new RuntimeException(gone), "R1").status()).isEqualTo(400);
    }

    @Test
    void jaxRsRefusalsKeepTheirStatus() {
        assertThat(Problems.of(new NotFoundException(), "R1").status()).isEqualTo(404);
        assertThat(Problems.of(new NotAllowedException("GET"), "R1").status()).isEqualTo(405);
    }

    private static Problem unread(String json) throws IOException {
        try {
            new ObjectMapper().readValue(json, Body.class);
            throw new AssertionError("was read");
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            return Problems.of(e, "R1");
        }
    }

    private static String text(Problem problem) {
        return new String(problem.json(), StandardCharsets.UTF_8);
    }
}
