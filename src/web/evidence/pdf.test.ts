import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { expect, it } from 'vitest'

const { resolve } = createRequire(import.meta.url)
const folderOf = (name: string) => path.dirname(resolve(name))
const own = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')

// A document may bring scripts, and drawings that older readers turned into functions. Ours has neither way, nor does the server's.
it.each([
  ['the browser', path.join(folderOf('pdfjs-dist'), 'pdf.mjs')],
  ['the worker of the browser', path.join(folderOf('pdfjs-dist'), 'pdf.worker.mjs')],
  ['the server', path.join(folderOf('unpdf'), 'pdfjs.mjs')],
])('the reader of PDF in %s makes no code of what a document holds', (_, file) => {
  const text = readFileSync(file, 'utf8')
  expect(text.length).toBeGreaterThan(100_000)
  expect(/\bnew Function\s*\(|[^.\w]eval\s*\(/.test(text)).toBe(false)
})

it('our viewer draws pages and their words, and no layer in which forms or scripts of a document work', () => {
  const viewer = ['pdf.ts', 'PdfView.tsx', 'PdfPage.tsx'].map(own).join('\n')
  expect(viewer).toContain('enableXfa: false')
  expect(viewer).not.toMatch(/AnnotationLayer|XfaLayer|enableScripting|sandbox/i)
})
