import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      sourcemap: false,
      rollupOptions: { input: { index: 'main/index.ts', reader: 'main/reader.ts' } },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      sourcemap: false,
      rollupOptions: {
        input: { bridge: 'preload/bridge.ts' },
        // A sandboxed preload is one CommonJS script that can require nothing but Electron.
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    build: {
      outDir: 'out/renderer',
      sourcemap: false,
      rollupOptions: {
        input: { index: 'renderer/index.html' },
        // How long each plugin took is no news to whoever starts the program.
        checks: { pluginTimings: false },
      },
      // The page's Content-Security-Policy lets no script or style stand inline, and no data: address but a picture's.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
    },
  },
})
