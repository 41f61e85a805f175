import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** Compresses once, as small as can be, what would otherwise be compressed for every reader. */
function compressed(): Plugin {
  let folder = ''
  return {
    name: 'compressed',
    configResolved: config => {
      folder = path.resolve(config.root, config.build.outDir, 'assets')
    },
    closeBundle: async () => {
      for (const name of (await readdir(folder)).filter(n => /\.(js|mjs|css|svg|json)$/.test(n))) {
        const file = path.join(folder, name)
        const content = await readFile(file)
        if (content.length < 1024) continue
        await writeFile(`${file}.br`, await promisify(brotliCompress)(content))
        await writeFile(`${file}.gz`, await promisify(gzip)(content, { level: 9 }))
      }
    },
  }
}

/** The web client. `#web/*` and its sisters come from package.json, the same in the browser as on the server. */
export default defineConfig({
  root: 'src/web',
  publicDir: 'public',
  plugins: [react(), compressed()],
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
