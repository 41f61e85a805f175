import { ConfigurationFault, readConfig } from '#platform/config.ts'
import type { Services } from '#platform/services.ts'
import { start } from '#server/main.ts'

async function loadSample(services: Services): Promise<void> {
  const { loadUnlessThere } = await import('./sample-centre.ts')
  console.log(await loadUnlessThere(services))
}

/** Runs the web until it is told to stop; requests in flight are finished first. */
export async function serve(args: string[]): Promise<number> {
  let config: ReturnType<typeof readConfig>
  try {
    config = readConfig()
  } catch (error) {
    if (!(error instanceof ConfigurationFault)) throw error
    console.error(error.message)
    return 2
  }
  const running = await start(config, {
    countStatements: process.env.COUNT_STATEMENTS === '1',
    ...(args.includes('--sample-centre') ? { first: loadSample } : {}),
  })
  console.log(`Countersign is ready at ${config.baseUrl}`)
  await new Promise<void>((resolve, reject) => {
    let stopping = false
    const stop = () => {
      if (stopping) return
      stopping = true
      void running.stop().then(resolve, reject)
    }
    process.on('SIGINT', stop)
    process.on('SIGTERM', stop)
  })
  return 0
}
