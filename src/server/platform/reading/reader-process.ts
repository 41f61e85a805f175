import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Seconds of processor time for one file, megabytes for the whole process, characters of the answer as JSON. */
export type Limits = { seconds: number; megabytes: number; characters: number }

/** Why a file was not read: it passed a limit, or its reader failed. */
export type NotRead = 'too-slow' | 'too-much-memory' | 'too-much-text' | 'failed'

export type Outcome = { json: string } | { notRead: NotRead }

/** What the process sends back; `megabytes` is what it holds afterwards. */
export type Answer = { outcome: Outcome; megabytes: number }

const program = fileURLToPath(new URL('./reader-program.ts', import.meta.url))

// A process that has grown is not used again: what it holds would count against the next file.
const leanMegabytes = 180
const mostFiles = 500
// Milliseconds for each second of the processor: on a busy machine a file takes longer through no fault of its own.
const wallClock = 4000

/**
 * A process that reads foreign files one after the other. It may read the disk, and nothing else: it has none of our
 * environment, starts no program, writes no file. A file that passes a limit ends it.
 */
export class ReaderProcess {
  readonly #child: ChildProcess
  readonly #limits: Limits
  #files = 0
  #ended = false

  constructor(limits: Limits) {
    this.#limits = limits
    this.#child = fork(program, [String(limits.megabytes), String(limits.characters)], {
      execArgv: [
        `--max-old-space-size=${limits.megabytes}`,
        ...['--permission', '--allow-fs-read=*', '--allow-worker', '--disable-warning=SecurityWarning'],
      ],
      env: process.env.SystemRoot ? { SystemRoot: process.env.SystemRoot } : {},
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    this.#child.on('error', () => this.end())
    this.#child.on('exit', () => {
      this.#ended = true
    })
    // A process that waits for work does not keep ours alive.
    this.#child.unref()
    this.#child.channel?.unref()
  }

  /** Whether another file may be given to it. */
  get usable(): boolean {
    return !this.#ended
  }

  /** Runs the default export of `module` on `input`, both within the limits. */
  async read(module: string, input: unknown): Promise<Outcome> {
    this.#child.channel?.ref()
    const { outcome, megabytes } = await this.#ask(module, input)
    if (this.#ended) return outcome
    this.#child.channel?.unref()
    if ('notRead' in outcome || megabytes > leanMegabytes || ++this.#files >= mostFiles) this.end()
    return outcome
  }

  end(): void {
    this.#ended = true
    this.#child.kill('SIGKILL')
  }

  #ask(module: string, input: unknown): Promise<Answer> {
    return new Promise(resolve => {
      const answer = (given: Answer) => {
        clearTimeout(timer)
        this.#child.off('message', answered).off('exit', exited)
        resolve(given)
      }
      const notRead = (reason: NotRead) => answer({ outcome: { notRead: reason }, megabytes: 0 })
      const answered = (message: unknown) => answer(message as Answer)
      // Killed by its own guard, or ended by the engine when the heap was full.
      const exited = (_code: number | null, signal: string | null) =>
        notRead(signal === 'SIGXCPU' ? 'too-slow' : signal ? 'too-much-memory' : 'failed')
      const timer = setTimeout(() => {
        notRead('too-slow')
        this.end()
      }, this.#limits.seconds * wallClock)
      this.#child.on('message', answered).on('exit', exited)
      this.#child.send({ module, input, seconds: this.#limits.seconds }, error => error && notRead('failed'))
    })
  }
}
