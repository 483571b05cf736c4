// The model-based test at length: `npm run test:model [-- PROGRAMS]`, 10,000 random programs unless told otherwise.
// WELDARRAY_TEST_SEED repeats a run.
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs')
const child = spawn(process.execPath, [vitest, 'run', '--project', 'weldarray:2-threads', 'packages/weldarray/test/model'], {
  env: { ...process.env, WELDARRAY_MODEL_PROGRAMS: process.argv[2] ?? '10000' },
  stdio: 'inherit',
})
child.on('exit', (code) => process.exit(code ?? 1))
