package org.tenon.shell.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTest {

    private static final byte[] HTML = bytes("<meta property=\"csp-nonce\" nonce=\"__NONCE__\">");
    private static final byte[] CSP = bytes("{\"importMap\":\"sha256-PKZcx5DR4+y+ShIn7wySz7bDMU/XR+xcYGNKM0Vdzng=\"}");

    private final Page page = new Page(HTML, CSP);

    @Test
    void everyAnswerHasItsOwnNonceInPageAndPolicy() {
        String nonce = page.nonce();
        assertThat(nonce).hasSize(24).isNotEqualTo(page.nonce());
        assertThat(new String(page.html(nonce), StandardCharsets.UTF_8)).isEqualTo("<meta property=\"csp-nonce\" nonce=\"" + nonce + "\">");
        assertThat(page.policy(nonce)).contains("style-src 'self' 'nonce-" + nonce + "'");
    }

    @Test
    void scriptsAreOurFilesAndTheImportMapAlone() {
        assertThat(page.policy("n")).contains("script-src 'self' 'sha256-PKZcx5DR4+y+ShIn7wySz7bDMU/XR+xcYGNKM0Vdzng=';")
                .doesNotContain("unsafe-eval").doesNotContain("script-src 'unsafe");
        assertThat(page.policy("n").replace("style-src-attr 'unsafe-inline'", "")).doesNotContain("unsafe-inline");
    }

    @Test
    void anIncompleteBuildIsRefused() {
        assertThatThrownBy(() -> new Page(bytes("<html>"), CSP)).hasMessageContaining("not built completely");
        assertThatThrownBy(() -> new Page(HTML, bytes("{}"))).hasMessageContaining("not built completely");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"gzip, deflate, br|br|true", "gzip|br|false", "br;q=0|br|false", "br;q=0.0, gzip|br|false", "br;q=0.5|br|true",
        "bro|br|false", "''|br|false", "GZIP|gzip|true"})
    void anEncodingIsUsedOnlyWhereItIsAccepted(String header, String encoding, boolean accepted) {
        assertThat(ShellServlet.accepts(header, encoding)).isEqualTo(accepted);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
