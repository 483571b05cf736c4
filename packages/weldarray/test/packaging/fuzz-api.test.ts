import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

// The long run is `npm run fuzz`; a fault is printed with the command that makes its call again.
test('every export and method ends in a value or a typed error, whatever it is given', () => {
  const script = fileURLToPath(new URL('../../../../tools/fuzz-api.mjs', import.meta.url))
  const run = spawnSync(process.execPath, [script, '--calls', '2500', '--seed', '1'], { encoding: 'utf8' })
  expect(run.stdout.replace(/^seed \d+\n/, '') + run.stderr).toBe('2500 calls, 0 faults\n')
})
