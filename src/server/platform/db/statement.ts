import pg from 'pg'
import { type Block, camel } from './blocks.ts'

type Row = Record<string, unknown>
type Answer = { rows: Row[]; rowCount: number | null }

/** What the columns of a block are called and how their text is read. */
type Shape = { names: string[]; read: ((text: string) => unknown)[] }

/** Of each block, as it was last told: on a connection where it is prepared it cannot answer with anything else. */
const shapes = new Map<string, Shape>()

/** Sends a block, prepared by its name, before it returns. */
export function ask(client: pg.ClientBase, block: Block, values: unknown[]): Promise<Answer> {
  return new Promise<Answer>((resolve, reject) => {
    const statement = new Statement(block, values)
    statement.callback = (error, answer) => (error ? reject(error) : resolve(answer))
    client.query(statement)
  }).catch((error: Error) => {
    // As the driver does: the network is where the fault arrived, and who asked is what one wants to know.
    Error.captureStackTrace(error)
    throw error
  })
}

type Described = { fields: { name: string }[] }

/** The part of the driver's query that is made otherwise here. */
declare class Driven extends pg.Query {
  name: string
  values: unknown[]
  callback: (error: Error | null, answer: Answer) => void
  protected _accumulateRows: boolean
  protected _result: { _parsers: Shape['read']; parseRow: (fields: (string | null)[]) => Row }
  protected hasBeenParsed(connection: object): boolean
  protected prepare(connection: object): void
  protected handleRowDescription(description: Described): void
}

/**
 * The driver's own query, but for two things: what the columns are is asked once on each connection, and a row is made at
 * once with the names that the code calls them by.
 */
class Statement extends (pg.Query as unknown as typeof Driven) {
  readonly #id: string
  #shape: Shape | undefined

  constructor({ id, text }: Block, values: unknown[]) {
    super(text)
    this.name = id
    this.values = values
    this.#id = id
    this.#shape = shapes.get(id)
    this._accumulateRows = true
    this._result.parseRow = fields => rowOf(this.#shape as Shape, fields)
  }

  protected override prepare(connection: object): void {
    super.prepare(this.#shape && this.hasBeenParsed(connection) ? withoutDescribing(connection) : connection)
  }

  protected override handleRowDescription(description: Described): void {
    super.handleRowDescription(description)
    this.#shape = { names: description.fields.map(f => camel(f.name)), read: this._result._parsers }
    shapes.set(this.#id, this.#shape)
  }
}

function rowOf({ names, read }: Shape, fields: (string | null)[]): Row {
  const row: Row = {}
  for (let i = 0; i < names.length; i++) {
    const text = fields[i] as string | null
    row[names[i] as string] = text === null ? null : (read[i] as (text: string) => unknown)(text)
  }
  return row
}

const quiet = new WeakMap<object, object>()

/** The same connection, on which `describe` says nothing. */
function withoutDescribing(connection: object): object {
  let made = quiet.get(connection)
  if (!made) {
    made = Object.create(connection, { describe: { value: () => {} } }) as object
    quiet.set(connection, made)
  }
  return made
}
