/** A line of a document and its pieces, as every part of the importer passes them on. */

export type Line = {
  /** Line of the extracted text, counted from 1. */
  number: number
  afterBlank: boolean
  /** The cells of a table row, empty ones included; one cell where the line is no row. */
  cells: string[]
  pieces: Piece[]
}

/** One paragraph: a whole line, a cell of a table row, or a paragraph within a cell. */
export type Piece = {
  line: number
  /** Its line among those left once heads and feet of pages are taken away. */
  row: number
  column: number
  /** The column of its last words, where its number has a column to itself. */
  until: number
  /** Whether it stands in a table row with other filled cells. */
  tabular: boolean
  text: string
  bullet: boolean
  afterBlank: boolean
}
