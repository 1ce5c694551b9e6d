package org.tenon.it;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/** Asks axe what keeps people from using the page as it is once what moves has come to rest: a menu that fades out is pale on purpose. */
final class BrowserAxe {

    private static final String ASK = """
        async () => {
          const frame = () => new Promise(done => requestAnimationFrame(done))
          const moving = () => document.getAnimations().filter(one => one.playState === 'running' && one.effect.getComputedTiming().endTime !== Infinity)
          for (let still = 0; still < 5;) {
            const now = moving()
            still = now.length ? 0 : still + 1
            await Promise.all(now.map(one => one.finished.catch(() => null)))
            await frame()
          }
          const found = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] })
          return found.violations.flatMap(({ id, help, nodes }) => nodes.map(({ target, failureSummary }) =>
            `${id} (${help}) at ${target.join(' ')}: ${failureSummary.split('\\n').slice(1).join('; ')}`))
        }""";

    private BrowserAxe() {
    }

    /** One line for each violation: rule, element, what is wrong with it. */
    @SuppressWarnings("unchecked")
    static List<String> violations(Page page) {
        page.evaluate(AxeBuilder.getAxeScript());
        return (List<String>) page.evaluate(ASK);
    }
}
