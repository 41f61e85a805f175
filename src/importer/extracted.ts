/** What getting the text out of a file gives: the text, or a sentence saying why there is none. */
export type Extracted = { text: string } | { refusal: string }
