package org.tenon.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tenon.testkit.process.Tenon;

/** The page of a plugin, open in a browser while its author saves it again and again; it uses the shell's own components. */
@ExtendWith(BrowserEngine.Provider.class)
class BrowserWrittenPageIT {

    private static final int SAVES = 5;

    private static void write(Path folder, String heading) throws IOException {
        Files.writeString(folder.resolve("index.js"), """
            import { createElement as h } from 'react'
            import { definePlugin } from '@tenon/sdk'
            import { RecordList, MemberPicker } from '@tenon/sdk/components'

            const Draft = () => h('div', { className: 'page' }, h('h1', null, '%s'),
              h(MemberPicker, { label: 'Who', value: null, onChange: () => {} }),
              h(RecordList, { type: 'customers.customer', columns: ['name', 'level'], empty: 'none yet' }))

            export default definePlugin({ sdk: 1, pages: { draft: async () => ({ default: Draft }) } })
            """.formatted(heading));
    }

    @Test
    void whatIsSavedShowsWithinTwoSeconds(BrowserEngine engine, @TempDir Path folder) throws IOException {
        write(folder, "First");
        Files.writeString(folder.resolve("ui.json"),
            "{\"id\":\"draft\",\"version\":\"1.0.0\",\"sdk\":1,\"entry\":\"index.js\",\"hash\":\"\",\"routes\":[{\"path\":\"/draft/page\",\"page\":\"draft\"}]}");
        try (Tenon tenon = Tenon.start("written", Map.of(), "-Dtenon.dev.ui=" + folder); BrowserUser user = engine.open(tenon.base())) {
            tenon.admin().post("/api/customers/customers", Map.of("name", "榫卯木业")).expect(201);
            user.enter("admin", tenon.adminPassword());
            user.go("/draft/page");
            Page page = user.page();
            assertThat(page.locator("h1")).hasText("First");
            assertThat(page.locator("table.records th a")).hasText("榫卯木业");
            List<Long> millis = new ArrayList<>();
            for (int save = 1; save <= SAVES; save++) {
                String heading = "Version " + save + ".".repeat(save);
                long start = System.nanoTime();
                write(folder, heading);
                assertThat(page.locator("h1")).hasText(heading);
                millis.add(Duration.ofNanos(System.nanoTime() - start).toMillis());
            }
            System.out.println("saved to visible, ms: " + millis);
            Collections.sort(millis);
            assertThat(millis.get(SAVES / 2)).isLessThan(2_000);
            assertThat(user.complaints()).isEmpty();
        }
    }
}
