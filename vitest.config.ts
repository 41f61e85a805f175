import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

// Files of one worker share what they import, which halves the time; each file has its own server and puts the clock back.
const usual = { pool: 'forks' as const, isolate: false, testTimeout: 20_000, hookTimeout: 60_000 }

/** What needs a database gets one, real, once a run; what needs none starts at once and can be tested on a train. */
export default defineConfig({
  test: {
    // Left to itself it keeps one of two cores idle.
    maxWorkers: Math.max(2, availableParallelism()),
    projects: [
      {
        test: {
          ...usual,
          name: 'pure',
          include: [
            'src/{domain,policy,contract,importer,web}/**/*.test.{ts,tsx}',
            'test/house/text/*.test.ts',
            'test/more-than-one/*.test.ts',
          ],
        },
      },
      {
        test: {
          ...usual,
          name: 'server',
          include: [
            'src/{server,cli}/**/*.test.ts',
            'db/**/*.test.ts',
            'bench/**/*.test.ts',
            'test/house/*.test.ts',
            'test/journeys/**/*.test.ts',
          ],
          globalSetup: ['test/database.ts'],
        },
      },
    ],
  },
})
