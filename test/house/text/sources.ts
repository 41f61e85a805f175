import { execFileSync } from 'node:child_process'
import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../../', import.meta.url))

/** A file of the house as text, with its path from the root. */
export type Source = { path: string; text: string }

const read = (file: string): Source => ({ path: file, text: readFileSync(path.join(root, file), 'utf8') })

/** The files that match, in order of their paths. */
export const sources = (...patterns: string[]): Source[] =>
  globSync(patterns, { cwd: root })
    .map(f => f.split(path.sep).join('/'))
    .sort()
    .map(read)

/** Every text file that belongs to the repository; in an unpacked archive without git, what is not ignored by habit. */
export function repositoryFiles(): Source[] {
  const binary = /\.(png|jpe?g|gif|webp|woff2?|pdf|ico|mp3|mp4|webm|wav|m4a|ogg|docx|xlsx|zip)$/i
  return listed()
    .filter(f => !binary.test(f) && existsSync(path.join(root, f)))
    .map(read)
}

function listed(): string[] {
  try {
    return execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
      .split('\0')
      .filter(Boolean)
  } catch {
    return globSync('**/*.*', { cwd: root, exclude: ['node_modules/**', 'dist/**', '.data/**'] }).sort()
  }
}

/** Where a pattern stands, as `path:line: what`, for a message that takes its reader to the place. */
export function places(files: Source[], pattern: RegExp): string[] {
  const all = new RegExp(pattern.source, pattern.flags.includes('g') ? pattern.flags : `${pattern.flags}g`)
  return files.flatMap(({ path: file, text }) =>
    [...text.matchAll(all)].map(m => `${file}:${text.slice(0, m.index).split('\n').length}: ${m[0].trim()}`),
  )
}
