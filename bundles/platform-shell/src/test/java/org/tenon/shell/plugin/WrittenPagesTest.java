package org.tenon.shell.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

class WrittenPagesTest {

    @TempDir
    private Path folder;

    private final PluginUis pages = new PluginUis(noBundles());
    private final AtomicInteger news = new AtomicInteger();
    private final WrittenPages written = new WrittenPages(pages, news::incrementAndGet);

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("ui.json"), "{\"id\":\"notes\",\"version\":\"1.0.0\",\"sdk\":1,\"entry\":\"index.js\"}");
        Files.writeString(folder.resolve("index.js"), "// first");
    }

    private String content() {
        PluginUi ui = pages.all().get(0);
        return new String(pages.file(ui.folder() + "/" + ui.entry()).orElseThrow().raw(), StandardCharsets.UTF_8);
    }

    @Test
    void aFolderIsShownOnceItIsQuiet() {
        written.look(folder);
        assertThat(pages.all()).isEmpty();
        written.look(folder);
        assertThat(content()).isEqualTo("// first");
        assertThat(news).hasValue(1);
    }

    @Test
    void whatChangesHasAnotherAddressAndIsTold() throws IOException {
        written.look(folder);
        written.look(folder);
        String before = pages.all().get(0).folder();
        Files.writeString(folder.resolve("index.js"), "// second, longer");
        written.look(folder);
        written.look(folder);
        written.look(folder);
        assertThat(content()).isEqualTo("// second, longer");
        assertThat(pages.all().get(0).folder()).isNotEqualTo(before);
        assertThat(news).hasValue(2);
    }

    @Test
    void aFolderThatCannotBeReadLeavesWhatWasShown() throws IOException {
        written.look(folder);
        written.look(folder);
        Files.writeString(folder.resolve("ui.json"), "{ half");
        written.look(folder);
        written.look(folder);
        assertThat(content()).isEqualTo("// first");
    }

    /** A framework without bundles. */
    private static BundleContext noBundles() {
        return (BundleContext) Proxy.newProxyInstance(WrittenPagesTest.class.getClassLoader(), new Class<?>[] {BundleContext.class},
            (proxy, method, arguments) -> method.getName().equals("getBundles") ? new Bundle[0] : null);
    }
}
