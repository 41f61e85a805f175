/** The answers that are not "yes". Anything else thrown is a bug: logged once with an id, answered 500 with the id. */

export type Fault = { path: string; message: string; code?: string }

/** 404: it does not exist for you. */
export class NotFound extends Error {}

/** 401: nobody is signed in, or the session has ended. */
export class NotSignedIn extends Error {}

/** 403: it exists for you, and you may not. */
export class Forbidden extends Error {
  readonly reason: string
  readonly details: Record<string, unknown> | undefined
  constructor(reason: string, details?: Record<string, unknown>) {
    super(reason)
    this.reason = reason
    this.details = details
  }
}

/** 422: every fault of the input at once, each with the field it is about. */
export class InvalidInput extends Error {
  readonly faults: Fault[]
  constructor(faults: Fault[]) {
    super(faults.map(f => `${f.path}: ${f.message}`).join('; '))
    this.faults = faults
  }
}

/** What came in is not taken: its type, its length or its pace is none that the route takes, or it cannot be read. */
export class NotTaken extends Error {
  readonly status: number
  readonly code: string
  constructor(status: number, code: string) {
    super(code)
    this.status = status
    this.code = code
  }
}
