import { spawnSync } from 'node:child_process'
import { openSync } from 'node:fs'
import { expect, it } from 'vitest'

it('a log that cannot be written any more, as on a full disk, does not end the process', () => {
  const program = `
    import { makeLog } from '${new URL('./log.ts', import.meta.url).href}'
    const log = makeLog('info')
    for (let i = 0; i < 100; i++) log.info({ i }, 'a line')
    setTimeout(() => process.stderr.write('alive'), 50)`
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'],
    encoding: 'utf8',
  })
  expect([status, stderr]).toEqual([0, 'alive'])
})
