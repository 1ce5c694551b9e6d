package org.tenon.web.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineTest {

    private final Browser browser = new Browser();
    private final Line line = browser.line;

    @Test
    void nothingIsWrittenBeforeTheContainerSaysSo() {
        line.send(Frame.sign(1));
        assertThat(browser.text()).isEmpty();
        line.onWritePossible();
        assertThat(browser.text()).isEqualTo(": \nid: 1\n\n");
    }

    @Test
    void whatTheBrowserDoesNotTakeAtOnceFollowsInOrder() {
        line.onWritePossible();
        browser.takes = 1;
        for (int i = 1; i <= 3; i++) {
            line.send(Frame.event("records", "{}", (long) i));
        }
        assertThat(browser.text()).contains("id: 1").doesNotContain("id: 2");
        browser.takes = Integer.MAX_VALUE;
        line.onWritePossible();
        assertThat(browser.text()).containsSubsequence("id: 1\nevent: records\ndata: {}\n\n", "id: 2", "id: 3");
    }

    @Test
    void aBrowserThatDoesNotKeepUpIsCutOff() {
        line.onWritePossible();
        browser.takes = 0;
        for (int i = 0; i < Line.MOST_QUEUED; i++) {
            assertThat(line.send(Frame.sign(i))).isTrue();
        }
        assertThat(line.send(Frame.sign(0))).isFalse();
        assertThat(line.isOpen()).isFalse();
        assertThat(browser.completed).isTrue();
    }

    @Test
    void endingWaitsForWhatIsQueued() {
        line.send(Frame.event("session", "{\"ended\":true}", null));
        line.end();
        assertThat(browser.completed).isFalse();
        line.onWritePossible();
        assertThat(browser.text()).isEqualTo("event: session\ndata: {\"ended\":true}\n\n");
        assertThat(browser.completed).isTrue();
        assertThat(line.send(Frame.sign(1))).isFalse();
    }

    @Test
    void aBrokenLineIsClosed() {
        line.onWritePossible();
        browser.broken = true;
        assertThat(line.send(Frame.sign(1))).isFalse();
        assertThat(browser.completed).isTrue();
    }
}
