import { createHash } from 'node:crypto'
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

/** Names to the service worker what of the client it keeps on the device: all but what shows documents, which need the server. */
function keptOnDevice(): Plugin {
  return {
    name: 'kept-on-device',
    apply: 'build',
    async generateBundle(_options, bundle) {
      const built = Object.values(bundle).filter(b => !/pdf|\.wasm$|\.map$|^index\.html$/i.test(b.fileName))
      const files = ['/', '/colour-scheme.js', '/icon.svg', ...built.map(b => `/${b.fileName}`).sort()]
      const hash = createHash('sha256')
      for (const name of await readdir('src/web/public')) hash.update(await readFile(`src/web/public/${name}`))
      hash.update(await readFile('src/web/index.html')).update(files.join())
      const text = await readFile('src/web/offline/service-worker.js', 'utf8')
      const source = text
        .replace('__RELEASE__', hash.update(text).digest('hex').slice(0, 16))
        .replace('__FILES__', JSON.stringify(files))
      this.emitFile({ type: 'asset', fileName: 'service-worker.js', source })
    },
  }
}

/** The web client. `#web/*` and its sisters come from package.json, the same in the browser as on the server. */
export default defineConfig({
  root: 'src/web',
  publicDir: 'public',
  plugins: [react(), keptOnDevice(), compressed()],
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
