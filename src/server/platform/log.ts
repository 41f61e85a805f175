import { type Logger, pino } from 'pino'

/** Structured logs. What could carry a secret or a person is never logged: no headers, no bodies, no query strings. */
export function makeLog(level: string): Logger {
  const destination = pino.destination({ fd: 1, sync: true })
  // A disk that is full or a pipe that is closed loses lines; it does not end the process.
  destination.on('error', () => {})
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: {
        paths: ['password', '*.password', 'token', '*.token', 'email', '*.email', 'cookie', '*.cookie'],
        remove: true,
      },
    },
    destination,
  )
}

export type Log = Logger
