import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { importMap, precompress, sharedEntries, sharedInputs, splitAntdStyles } from '@tenon/sdk/vite'
import { defineConfig } from 'vite'

const root = fileURLToPath(new URL('.', import.meta.url))

/** antd components the frame and the sign-in page show; the styles of all others come with the first page. */
const FIRST = ['app', 'avatar', 'badge', 'btn', 'drawer', 'dropdown', 'input', 'message', 'modal', 'motion', 'notification', 'popover', 'progress',
  'skeleton', 'tooltip', 'fade', 'move', 'slide', 'zoom', 'wave', 'css', 'scroll']

export default defineConfig({
  root,
  // Plugins see its types; what they get is ours.
  resolve: { alias: { '@tenon/sdk/components': root + 'src/sdk/components.ts' } },
  plugins: [react(), sharedEntries(root), splitAntdStyles(root, FIRST), importMap({ preload: ['App'] }), precompress()],
  build: {
    target: 'es2022',
    outDir: fileURLToPath(new URL('../../../target/ui', import.meta.url)),
    emptyOutDir: true,
    manifest: 'manifest.json',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1000,
    rolldownOptions: {
      input: { index: root + 'index.html', ...sharedInputs() },
      preserveEntrySignatures: 'exports-only',
      output: {
        entryFileNames: 'assets/[name]-[hash].js',
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\//, priority: 30 },
            { name: 'base', test: /node_modules\/(i18next|react-i18next|react-router|@tanstack|dayjs)\/(?!.*locale)/, priority: 20 },
          ],
        },
      },
    },
  },
})
