/**
 * A name, a subject or a title as one line: line breaks, control characters and the marks that turn the direction of
 * text become one space, and spaces at the ends go. A name that is pasted with a line break in it stays a name, and no
 * name can begin a line of its own in a letter.
 */
export const oneLine = (text: string): string => text.replace(notOnOneLine, ' ').trim()

const notOnOneLine = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu
