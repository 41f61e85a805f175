import type pg from 'pg'

/** Rows on their way into tables, as PostgreSQL's COPY reads them. */
export class Rows {
  private readonly lines = new Map<string, string[]>()

  /** @param table with its columns, as after COPY: `claims (centre_id, id)` */
  add(table: string, ...values: (string | number | boolean | null)[]): void {
    let lines = this.lines.get(table)
    if (!lines) this.lines.set(table, (lines = []))
    lines.push(
      values
        .map(v =>
          v === null ? '\\N' : typeof v === 'string' && special.test(v) ? v.replace(/[\\\t\n\r]/g, escaped) : String(v),
        )
        .join('\t'),
    )
  }

  async writeTo(client: pg.Client): Promise<void> {
    for (const [table, lines] of this.lines) await copy(client, `copy ${table} from stdin`, `${lines.join('\n')}\n`)
    this.lines.clear()
  }
}

const special = /[\\\t\n\r]/
const escaped = (c: string) => ({ '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' })[c] as string

type Connection = {
  query: (text: string) => void
  sendCopyFromChunk: (chunk: Buffer) => void
  endCopyFrom: () => void
  sendCopyFail: (why: string) => void
}

/** pg has no COPY of its own, but lets a query of one's own speak to the connection. */
function copy(client: pg.Client, statement: string, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let failure: Error | null = null
    client.query({
      submit(connection: Connection) {
        connection.query(statement)
        return null
      },
      handleCopyInResponse(connection: Connection) {
        connection.sendCopyFromChunk(Buffer.from(text))
        connection.endCopyFrom()
      },
      handleError(error: Error) {
        failure = error
        reject(error)
      },
      handleReadyForQuery() {
        if (!failure) resolve()
      },
      handleCommandComplete() {},
      handleRowDescription() {},
      handleDataRow() {},
    } as never)
  })
}
