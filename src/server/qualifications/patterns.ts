/** Each word that was typed as a pattern for `ilike all`: all must occur, in any order. No words match everything. */
export const patternsOf = (search: string): string[] =>
  search
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 12)
    .map(word => `%${word.replace(/[\\%_]/g, '\\$&')}%`)
