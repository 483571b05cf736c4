import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'
import { reachesInside } from './tools/vitest/reaches-inside.js'

/** One seed for a whole run, printed at its start; set it to repeat a run. */
process.env.WELDARRAY_TEST_SEED ??= String(Math.floor(Math.random() * 2 ** 31))

const TESTS = 'packages/weldarray/test'

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))

// Tests run against what tsc wrote to dist/, where every internal package, and every thread, sees one instance of the others.
const DIST = { index: 'dist/index.js', ops: 'dist/ops-entry.js', ir: 'dist/ir-entry.js' }
// After a build (`npm test`), those that use nothing but what is public run against what is published: it is loaded in a tenth of the time.
const LIB = { index: 'lib/index.mjs', ops: 'lib/ops.mjs', ir: 'lib/ir.mjs' }

const aliasOf = (entries: typeof DIST) => [
  { find: /^weldarray$/, replacement: path(`packages/weldarray/${entries.index}`) },
  { find: /^weldarray\/ops$/, replacement: path(`packages/weldarray/${entries.ops}`) },
  { find: /^weldarray\/ir$/, replacement: path(`packages/weldarray/${entries.ir}`) },
]

/** Generous: on a busy machine a test takes ten times as long as alone, and what hangs hangs for ever. */
const LIMIT_MS = process.env.WELDARRAY_TEST_FAULTS === 'all' ? 200_000 : 60_000

/** What is built is loaded by Node itself, as users load it: for every test file anew, a second sooner than through vitest. */
const BUILT = [/\/packages\/[^/]+\/(dist|lib)\//]

function project(
  name: string,
  folder: string,
  test: TestProjectInlineConfiguration['test'] = {},
): TestProjectInlineConfiguration {
  return {
    resolve: { alias: aliasOf(DIST) },
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

/** After a build, a suite in two: its tests that use nothing but what is public, against what is published, and those that reach inside. */
function parts(folder: string, whole: TestProjectInlineConfiguration, mode: string): TestProjectInlineConfiguration[] {
  if (mode !== 'published') return [whole]
  const { test, ...rest } = whole
  const files = readdirSync(path(folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => join(path(folder), file))
  const outside = files.filter((file) => !reachesInside(file))
  const env = { ...test!.env, WELDARRAY_TEST_PUBLISHED: '1' }
  return [
    { ...rest, resolve: { alias: aliasOf(LIB) }, test: { ...test, env, include: outside } },
    { ...whole, test: { ...test, name: `${test!.name}:inside`, include: files.filter(reachesInside) } },
  ]
}

export default defineConfig(({ mode }) => ({
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
      ...inModes('weldarray', TESTS, ['2-threads', '1-thread-checked']).flatMap((whole) => parts(TESTS, whole, mode)),
      project('faults', 'packages/weldarray/test/faults', { testTimeout: 60_000, env: modes['2-threads-checked'] }),
      project('testing', 'packages/testing/test'),
      ...parts('examples', project('examples', 'examples', { testTimeout: 120_000 }), mode),
      project('packaging', 'packages/weldarray/test/packaging', { testTimeout: 120_000, hookTimeout: 600_000 }),
    ],
  },
}))
