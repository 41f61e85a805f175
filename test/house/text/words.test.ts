import { expect, it } from 'vitest'
import { places, repositoryFiles, sources } from './sources.ts'

const trade = sources('src/{domain,policy,contract,web}/**/*.{ts,tsx}', 'src/server/**/*.{ts,sql}', 'db/cast/**/*.ts')
const notTests = trade.filter(f => !/\.test\.tsx?$/.test(f.path))

it('the glossary has the last word: an assessor is never a marker, and evidence has no plural', () => {
  expect(places(notTests, /\b(?:markers?|[a-z]+Marker|evidences|criterias|learning aims?)\b(?!-)/)).toEqual([])
})

it('a decision is met or not yet met, never pass, fail or reject', () => {
  const decides = notTests.filter(f => /^src\/(domain|policy|contract)\/|^src\/web\/words\//.test(f.path))
  expect(places(decides, /['"](?:pass|passed|fail|failed|reject|rejected)['"]/)).toEqual([])
})

it('what people read is spelt the British way', () => {
  const read = sources('src/web/words/**/*.ts', 'src/web/**/*.tsx', 'docs/**/*.md', '*.md')
  expect(
    places(
      read,
      /(?<!autoComplete=['"])\b(?:organizations?|standardization|enrollments?|judgment|learned how|fulfill)\b/i,
    ),
  ).toEqual([])
})

it('every change to evidence asks which of its parts it touches, so that what a witness signed stays', () => {
  expect(places(sources('src/server/**/*.ts'), /\brequireDraft\b/)).toEqual([])
})

it('no secret stands in the repository', () => {
  const secrets =
    /-----BEGIN [A-Z ]*PRIVATE KEY-----|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_[A-Za-z0-9]{36}\b|\bxox[abp]-[\w-]{20,}|\bsk_live_\w{16,}|\bnpm_[A-Za-z0-9]{36}\b/
  expect(places(repositoryFiles(), secrets)).toEqual([])
})

it('no path of a particular machine stands in the repository', () => {
  expect(places(repositoryFiles(), /(?<![\w.#-])\/(?:home|Users|work|root)\/[a-z][\w.-]*\/[\w.-]+/)).toEqual([])
})
