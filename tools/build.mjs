// The build, step by step: what is generated before the compiler runs, the compiler, and what is generated from what it made.
import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

function step(...args) {
  const { status, error } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' })
  if (error) throw error
  if (status !== 0) process.exit(status ?? 1)
}

const tsc = join(root, 'node_modules/typescript/bin/tsc')

/** What composite operations weigh, what dtypes meet in, as types, the elementwise functions and methods, and the functions of `np.random`, documented: sources, written from tables and comments. */
step(tsc, '-b', 'packages/ir')
step('packages/runtime/build/generate-weights.mjs')
step('packages/weldarray/build/generate-types.mjs')
step('packages/weldarray/build/generate-elementwise.mjs')
step('packages/weldarray/build/generate-random.mjs')
step(tsc, '-b')
if (!process.argv.includes('--types')) {
  /** The loops in JavaScript, from the op tables. */
  step('packages/codegen/dist/js/generate.js')
  step('packages/weldarray/build/generate-kernels.mjs')
  /** The array classes, a file for each dtype. */
  step('packages/weldarray/build/generate-views.mjs')
  /** The script of the worker pool's threads. */
  step('tools/bundle-pool-worker.mjs')
  /** The elementary functions' kernels, compiled. */
  step('packages/runtime/dist/compiler/prebuild.js')
  /** What is published. */
  step('packages/weldarray/build/build.mjs')
}
