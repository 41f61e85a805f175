/** HTML, of a Word document or saved from the web, as lines of text that keep tables and numbered lists readable. */

type List = { ordered: boolean; count: number; number: string }

/**
 * One line for each paragraph, heading or list item, and one with tabs for each row of a table; paragraphs within a
 * cell stay apart. Items of numbered lists get the number Word would print: 1, 2, 2.1.
 */
export function htmlText(html: string): string {
  const writer = new Writer()
  let hidden: string | null = null
  for (const [token] of html.matchAll(/<[^<>]*>|[^<]+|</g)) {
    const [, slash, tag] = /^<(\/?)([a-z][a-z0-9]*)/i.exec(token) ?? []
    const [name, closes] = [tag?.toLowerCase(), slash === '/']
    if (hidden !== null) {
      // A head may be left open; the body ends it.
      if ((name === hidden && closes) || (name === 'body' && hidden === 'head')) hidden = null
    } else if (name && forBrowsers.test(name) && !closes) hidden = name
    else if (name) writer.tag(name, closes)
    else if (!token.startsWith('<!')) writer.words(token)
  }
  return writer.text()
}

/** What a saved web page holds for the browser alone. */
const forBrowsers = /^(?:script|style|head)$/
const blocks = /^(?:p|div|h[1-6]|li|table|ul|ol|section|article|header|footer|blockquote)$/

class Writer {
  private readonly lines: string[] = []
  private line = ''
  private cells = 0
  private readonly lists: List[] = []

  tag(name: string, closes: boolean): void {
    if (name === 'ul' || name === 'ol') this.list(name, closes)
    else if (name === 'td' || name === 'th') this.cell(closes)
    else if (name === 'tr') this.endLine()
    else if (name === 'li' && !closes) this.item()
    else if (name === 'br' || blocks.test(name)) this.endBlock(name, closes)
  }

  words(text: string): void {
    const plain = text.replace(/\s+/g, ' ')
    if (plain !== ' ' || this.line !== '') this.line += plain
  }

  text(): string {
    this.endLine()
    return this.lines.join('\n')
  }

  private list(name: string, closes: boolean): void {
    this.endBlock(name, closes)
    const parent = this.lists.at(-1)
    if (closes) this.lists.pop()
    else
      this.lists.push({
        ordered: name === 'ol',
        count: 0,
        number: parent?.ordered && parent.count > 0 ? `${parent.number}${parent.count}.` : '',
      })
  }

  private item(): void {
    this.endBlock('li', false)
    const list = this.lists.at(-1)
    if (!list) return
    list.count++
    this.line += list.ordered ? `${list.number}${list.count}${list.number === '' ? '.' : ''} ` : '• '
  }

  private cell(closes: boolean): void {
    if (closes) this.cells--
    else this.cells++
    if (closes) this.line += '\t'
  }

  /** Within a cell the end of a paragraph must not end the row. */
  private endBlock(name: string, closes: boolean): void {
    if (this.cells > 0) this.line += '<p>'
    else {
      this.endLine()
      if (closes && name !== 'li') this.lines.push('')
    }
  }

  private endLine(): void {
    if (this.line.trim() !== '') this.lines.push(this.line)
    this.line = ''
  }
}
