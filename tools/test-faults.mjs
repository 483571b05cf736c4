// What holds when things go wrong, on a Node of one's choice: `npm run test:faults [-- --node PATH] [--minutes N] [--project NAME]`.
// Every allocation and file operation fails once, workers are killed for N minutes (1), and all tests of faults run.
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: {
    node: { type: 'string', default: process.execPath },
    minutes: { type: 'string', default: '1' },
    project: { type: 'string' },
  },
})
const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs')

/** Tests of the public package that are about faults; those of the runtime are. */
const promises = [
  'threads-that-are-lost',
  'engines-without-kernels',
  'imports-that-touch-nothing',
  'damaged-array-files',
  'arrays-changed-during-async-evaluation',
  'progress-of-async-evaluation',
  'evaluations-that-are-interrupted',
  'random-graphs',
  'accesses-stay-in-their-memory',
  'bytes-written-into-bool-data',
]

function run(project, ...args) {
  if (values.project !== undefined && values.project !== project) return
  const { status } = spawnSync(values.node, [vitest, 'run', '--maxWorkers=1', '--project', project, ...args], {
    stdio: 'inherit',
    env: { ...process.env, WELDARRAY_TEST_FAULTS: 'all', WELDARRAY_TEST_KILLS_MS: String(60_000 * Number(values.minutes)) },
  })
  if (status !== 0) process.exit(status ?? 1)
}

console.log(`Node ${spawnSync(values.node, ['--version']).stdout}`.trim())
run('runtime:2-threads')
run('weldarray:2-threads', ...promises)
run('faults')
