/** A deed that the rules of the trade forbid now, whoever asks: a stable code, and what the sentence needs to say it. */
export class Refusal extends Error {
  readonly code: string
  readonly details: Record<string, unknown>

  /**
   * @param code `noun/what-is-wrong`; `web/words` turns it into a sentence, and a test fails where one is missing.
   * @param details what the sentence names: counts, people, dates, the difference that arose meanwhile.
   */
  constructor(code: `${string}/${string}`, details: Record<string, unknown> = {}) {
    super(code)
    this.code = code
    this.details = details
  }
}
