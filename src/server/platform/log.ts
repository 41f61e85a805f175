import { type Logger, pino } from 'pino'

/** Structured logs. What could carry a secret or a person is never logged: no headers, no bodies, no query strings. */
export const makeLog = (level: string): Logger =>
  pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: ['password', '*.password', 'token', '*.token', 'email', '*.email', 'cookie', '*.cookie'],
      remove: true,
    },
  })

export type Log = Logger
