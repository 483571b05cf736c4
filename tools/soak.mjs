// Random programs on every tier while threads are killed, evaluations aborted, memory is short and caches are damaged, with redzones around
// every block: `npm run soak [-- --minutes N]`, ten minutes unless told otherwise. WELDARRAY_TEST_SEED repeats a run's programs.
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '10' } } })
const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs')
const child = spawn(
  process.execPath,
  [vitest, 'run', '--project', 'weldarray:2-threads', 'packages/weldarray/test/random-graphs'],
  {
    env: { ...process.env, WELDARRAY_CHECK: '1', WELDARRAY_SOAK_MS: String(60_000 * Number(values.minutes)) },
    stdio: 'inherit',
  },
)
child.on('exit', (code) => process.exit(code ?? 1))
