import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The web client. `#web/*` and its sisters come from package.json, the same in the browser as on the server. */
export default defineConfig({
  root: 'src/web',
  publicDir: 'public',
  plugins: [react()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    assetsInlineLimit: 0, // everything is a file of ours, so that the content security policy stays short
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      output: {
        // What every page needs changes rarely: it keeps its hash, and its place in the browser's cache, over releases.
        codeSplitting: { groups: [{ name: 'react', test: /node_modules\/(react|react-dom|scheduler|@tanstack)\// }] },
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
})
