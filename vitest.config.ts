import { fileURLToPath } from 'node:url'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'

/** One seed for a whole run, printed at its start; set it to repeat a run. */
process.env.WELDARRAY_TEST_SEED ??= String(Math.floor(Math.random() * 2 ** 31))

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))

// Tests run against what tsc wrote to dist/, where every internal package, and every thread, sees one instance of the others;
// the published bundle has tests of its own (the project `packaging`).
const alias = [
  { find: /^weldarray$/, replacement: path('packages/weldarray/dist/index.js') },
  { find: /^weldarray\/ops$/, replacement: path('packages/weldarray/dist/ops-entry.js') },
  { find: /^weldarray\/ir$/, replacement: path('packages/weldarray/dist/ir-entry.js') },
]

/** Generous: on a busy machine a test takes ten times as long as alone, and what hangs hangs for ever. */
const LIMIT_MS = process.env.WELDARRAY_TEST_FAULTS === 'all' ? 200_000 : 60_000

/** What is built is loaded by Node itself, as users load it: for every test file anew, a second sooner than through vitest. */
const BUILT = [/\/packages\/[^/]+\/dist\//]

function project(
  name: string,
  folder: string,
  test: TestProjectInlineConfiguration['test'] = {},
): TestProjectInlineConfiguration {
  return {
    resolve: { alias },
    test: {
      name,
      include: [`${folder}/**/*.test.ts`],
      pool: 'forks',
      testTimeout: LIMIT_MS,
      hookTimeout: 30_000,
      setupFiles: [path('tools/vitest/setup.ts')],
      server: { deps: { external: BUILT } },
      deps: { interopDefault: false },
      ...test,
    },
  }
}

// How a suite is run once more: the same tests must hold whatever the number of threads, and with internal checks on.
const modes = {
  '1-thread': { WELDARRAY_THREADS: '1' },
  '2-threads': { WELDARRAY_THREADS: '2' },
  '1-thread-checked': { WELDARRAY_THREADS: '1', WELDARRAY_CHECK: '1' },
  '2-threads-checked': { WELDARRAY_THREADS: '2', WELDARRAY_CHECK: '1' },
}

/**
 * Long suites that are the same in every mode: those that start processes of their own, run other people's packages, compare values with
 * tables that kernels of every mode are compared with elsewhere, or set threads and memory themselves.
 */
const ONCE = [
  'cli/**',
  'inspect/**',
  'ecosystem/**',
  'protocol/**',
  'static-dtypes/**',
  'functions/random/**',
  '{fusion,numpy-library-tiers,ops}.test.ts',
  'numpy-{array-methods,integers,creation,elementwise,indexing,layout,linalg,mapping,methods,methods-names,names,random-io,reductions,text-io}.test.ts',
  'promises/{imports-that-touch-nothing,evaluations-allocate-little,programs-end,plans-are-bounded}.test.ts',
  'promises/{engines-without-kernels,running-totals-are-one-loop,arrays-larger-than-memory,arrays-that-do-not-fit-together,declarations-as-numpy-has-them,threads-that-are-lost}.test.ts',
  'promises/{what-one-loop-reads-is-never-there-whole,sums-of-negative-zeros,padding-is-one-pass,rows-are-told-apart-by-few-columns}.test.ts',
].map((suite) => `**/test/${suite}`)

const inModes = (
  name: string,
  folder: string,
  names: (keyof typeof modes)[],
  own: TestProjectInlineConfiguration['test'] = {},
): TestProjectInlineConfiguration[] =>
  names.map((mode) =>
    project(`${name}:${mode}`, folder, {
      env: modes[mode],
      ...own,
      exclude: ['**/node_modules/**', '**/test/packaging/**', '**/test/faults/**', ...(mode === '2-threads' ? [] : ONCE)],
    }),
  )

export default defineConfig({
  test: {
    globalSetup: [path('tools/vitest/global-setup.ts')],
    maxWorkers: 2,
    passWithNoTests: true,
    projects: [
      project('ir', 'packages/ir/test'),
      project('optimizer', 'packages/optimizer/test'),
      project('codegen', 'packages/codegen/test'),
      // Modules that a test puts others in the place of are vitest's to load.
      ...inModes('runtime', 'packages/runtime/test', ['1-thread', '2-threads'], { server: { deps: { external: [] } } }),
      ...inModes('weldarray', 'packages/weldarray/test', ['2-threads', '1-thread-checked']),
      project('faults', 'packages/weldarray/test/faults', { testTimeout: 60_000, env: modes['2-threads-checked'] }),
      project('testing', 'packages/testing/test'),
      project('examples', 'examples', { testTimeout: 120_000 }),
      project('packaging', 'packages/weldarray/test/packaging', { testTimeout: 120_000, hookTimeout: 600_000 }),
    ],
  },
})
