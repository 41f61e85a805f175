/** Takes tags, Markdown and invisible characters off a paragraph, and leaves its words exactly as they were. */

const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  rsquo: '’',
  lsquo: '‘',
  rdquo: '”',
  ldquo: '“',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  bull: '•',
  middot: '·',
  pound: '£',
  eacute: 'é',
}

const inlineTag = /<\/?(?:strong|b|em|i|u|s|a|span|sup|sub|font|small|code|mark|img|hr|col|colgroup)(?:\s[^<>]*)?\/?>/gi
// A bullet is a sign by itself; "o" and the private-use signs are what Word's bullets become in plain text.
const bulletSign = /^(?:[-*–−‒•·●○▪■□◦◆◇♦❖‣►▶➔➢✓✔\uF000-\uF0FF]|o(?=\s{2,}|\t))\s+/u
// Most lines of most documents hold none of these, and are left alone.
const needsCleaning = /[<&[\\#>\u200B-\u200D\u2060\uFEFF\u00AD]/
const noWords = /^[^\p{L}\p{N}]*$/u

/** The words of one paragraph with single spaces, and whether a bullet or a dash stood before them. */
export function clean(raw: string): { text: string; bullet: boolean } {
  const words = needsCleaning.test(raw) ? withoutMarkup(raw) : raw.trim()
  const bullet = bulletSign.test(words)
  const bare = bullet ? words.replace(bulletSign, '') : words
  const text = withoutEmphasis(bare).replace(/\s+/g, ' ').trim()
  return noWords.test(text) ? { text: '', bullet: false } : { text, bullet }
}

function withoutMarkup(raw: string): string {
  return raw
    .replace(/\[image:[^\]]*\]/g, ' ')
    .replace(inlineTag, '')
    .replace(/!\[[^\]]*\]\([^)\s]*\)/g, ' ')
    .replace(/\[([^\][]{1,300})\]\((?:https?:|mailto:|#)[^)\s]*\)/g, '$1')
    .replace(/&(#\d{1,6}|#x[\da-f]{1,5}|[a-z]{2,8});/gi, entity)
    .replace(/[\u200B-\u200D\u2060\uFEFF]|\u00AD(?!\s*$)/g, '')
    .replace(/\\([\\`*_{}[\]()#+\-.!|>~])/g, '$1')
    .trim()
    .replace(/^#{1,6}\s+/, '')
    .replace(/^>\s+/, '')
}

/** Markdown's bold may stand inside a word; a single star or underscore counts only around whole words. */
function withoutEmphasis(text: string): string {
  if (!/[*_]/.test(text)) return text
  return text.replace(/\*\*|__/g, '').replace(/(^|[\s(])[*_](?=\S)([^*_]{1,300})(?<=\S)[*_](?=$|[\s).,;:])/g, '$1$2')
}

function entity(whole: string, name: string): string {
  if (!name.startsWith('#')) return entities[name.toLowerCase()] ?? whole
  const code = name[1] === 'x' || name[1] === 'X' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  return code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : ' '
}
