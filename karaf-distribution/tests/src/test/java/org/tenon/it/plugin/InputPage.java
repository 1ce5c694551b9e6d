package org.tenon.it.plugin;

import org.tenon.testkit.source.PluginSource;

/** A page at {@code /<plugin>} whose heading says the version, with an input, "Wish", that counts as unsaved while something is in it. */
final class InputPage {

    private static final String MODULE = """
        import { jsx, jsxs } from 'react/jsx-runtime'
        import { useState } from 'react'
        import { useUnsaved } from '@tenon/sdk'
        const Page = () => {
          const [wish, setWish] = useState('')
          useUnsaved('NAME', wish !== '')
          return jsxs('div', { className: 'page', children: [
            jsx('h1', { children: 'TITLE VERSION' }),
            jsx('label', { htmlFor: 'wish', children: 'Wish' }),
            jsx('input', { id: 'wish', value: wish, onChange: event => setWish(event.target.value) })] })
        }
        export default { sdk: 1, pages: { start: async () => ({ default: Page }) }, messages: {} }
        """;

    private InputPage() {
    }

    static PluginSource in(PluginSource plugin, String title) {
        String description = "{\"id\":\"%1$s\",\"version\":\"%2$s\",\"sdk\":1,\"entry\":\"index.js\",\"hash\":\"%2$s\",\"css\":[],\"routes\":[{\"path\":\"/%1$s\",\"page\":\"start\"}]}";
        return plugin.file("ui/ui.json", description.formatted(plugin.name(), plugin.version()))
            .file("ui/index.js", MODULE.replace("NAME", plugin.name()).replace("TITLE", title).replace("VERSION", plugin.version()));
    }
}
