/** Gets the text out of a file. The only part of the importer that knows about file formats and libraries. */

import { docxText } from './docx.ts'
import type { Extracted } from './extracted.ts'
import { htmlText } from './html-text.ts'
import { isLaidOut, layoutText } from './layout-text.ts'
import { pdfText } from './pdf.ts'

/** Larger than any specification seen, small enough that reading it holds up nobody for long. */
const mostBytes = 40_000_000
const mostText = 10_000_000

/** The text of a file told by its first bytes: PDF, DOCX, or text in UTF-8, UTF-16 or Windows-1252. */
export async function textOf(bytes: Uint8Array): Promise<Extracted> {
  if (bytes.length === 0) return { refusal: 'This file is empty.' }
  if (bytes.length > mostBytes)
    return { refusal: 'This file is too large to be a specification: at most 40 MB can be read.' }
  const extracted = await byKind(bytes)
  if ('refusal' in extracted) return extracted
  if (extracted.text.length > mostText)
    return { refusal: 'This document holds far more text than a specification does, so it was not read.' }
  if (!/\p{L}/u.test(extracted.text))
    return { refusal: 'There is no text in this file. If it is a scan, have it recognised as text first.' }
  return extracted
}

async function byKind(bytes: Uint8Array): Promise<Extracted> {
  if (startsWith(bytes, '%PDF-')) return await pdfText(bytes)
  if (startsWith(bytes, 'PK\u0003\u0004')) return await docxText(bytes)
  if (startsWith(bytes, '\u00D0\u00CF\u0011\u00E0'))
    return { refusal: 'This is a file of an old Office version. Save it as DOCX or PDF and import that.' }
  if (startsWith(bytes, '{\\rtf')) return { refusal: 'This is an RTF file. Save it as DOCX or PDF and import that.' }
  return plainText(bytes)
}

function startsWith(bytes: Uint8Array, sign: string): boolean {
  return [...sign].every((letter, at) => bytes[at] === letter.charCodeAt(0))
}

function plainText(bytes: Uint8Array): Extracted {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes) }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes) }
  const text = utf8(bytes) ?? new TextDecoder('windows-1252').decode(bytes)
  if (isBinary(text))
    return { refusal: 'This is not a text, DOCX or PDF file, so it cannot be read as a specification.' }
  if (/^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html)\b/i.test(text)) return { text: htmlText(text) }
  return { text: isLaidOut(text) ? layoutText(text) : text }
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

// Text has hardly any control characters; other files have them every few bytes.
function isBinary(text: string): boolean {
  const start = text.slice(0, 20_000)
  const controls = start.match(/[\u0000-\u0008\u000E-\u001F\u0081\u008D\u008F\u0090\u009D]/g)?.length ?? 0
  return controls > start.length / 200
}
