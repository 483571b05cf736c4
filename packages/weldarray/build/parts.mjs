// Which modules stand beside the bundle, in parts that are read when the first of their functions is called. The engine looks at
// every function of what it reads, called or not, so that an import costs what the bundle has of them (docs/adr/011).
//
// Modules know nothing of it. What is outside of a part gets, in the place of its functions, functions that read it (`apart.mjs`); classes
// and objects come through namespaces alone (`np.random.Generator`). So a part has what programs may not need, and what those
// that need it call for more than nanoseconds.
import { readdirSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { packagesRoot } from './paths.mjs'

/** Several modules of one folder. */
const among = (folder, ...names) => names.map((name) => `${folder}/${name}`)

/**
 * By name: modules and folders, as `package/path`, and modules of these that stay in the bundle: every program calls them, or they have
 * classes that others know.
 */
const parts = {
  // What stands for NumPy's functions by subject: a program has some of them.
  analysis: { of: ['weldarray/numpy/analysis'] },
  creation: {
    of: [
      ...among(
        'weldarray/numpy/creation',
        'grids',
        'matrices',
        'special-matrices',
        'spaces',
        'memory-questions',
        'from-elements',
      ),
      'weldarray/numpy/dtypes/limits',
    ],
  },
  files: { of: among('weldarray/numpy', 'io', 'text') },
  functions: { of: ['weldarray/functions'] },
  indexing: {
    of: ['weldarray/numpy/indexing', 'weldarray/numpy/shaping/stride-tricks'],
    without: ['weldarray/numpy/indexing/fancy/at'],
  },
  joining: { of: ['weldarray/numpy/joining'] },
  linalg: { of: ['weldarray/numpy/linalg'], without: among('weldarray/numpy/linalg', 'matmul', 'stacks') },
  polynomial: { of: ['weldarray/numpy/polynomial'] },
  random: { of: ['weldarray/numpy/random'], without: ['weldarray/numpy/random/source'] },
  reductions: { of: among('weldarray/numpy/reductions', 'nan', 'averages', 'along-axes', 'arg-extremes', 'axes-last', 'scans') },
  sorting: { of: ['weldarray/numpy/sorting'] },
  statistics: { of: ['weldarray/numpy/statistics'] },
  ufuncs: {
    of: among(
      'weldarray/numpy/elementwise',
      'compositions',
      'real-numbers',
      'whole-numbers',
      'whole-powers',
      'in-floats',
      'closeness',
      'methods',
    ),
    without: among('weldarray/numpy/elementwise/methods', 'index', 'fold'),
  },

  // Other entries of the package, which programs import instead of the main one or beside it.
  ir: { of: ['weldarray/ir-entry', 'weldarray/ir', 'ir/interpret', 'ir/text'] },
  ops: { of: ['weldarray/ops-entry', 'weldarray/ops'] },

  // What an evaluation does in some cases: of more elements than JavaScript computes at once, without kernels, with sorts and products,
  // on data larger than memory, beside other work.
  async: { of: ['runtime/evaluate/evaluate-async'] },
  calls: {
    of: [
      ...among(
        'runtime/graph',
        'record-builders',
        'record-calls',
        'record-gathers',
        'record-masks',
        'record-places',
        'told-span',
        'few-bins',
      ),
      'runtime/tiers/joining',
    ],
  },
  compiling: { of: [...among('runtime/compiler', 'service', 'compiler-thread', 'requests'), 'runtime/cache/trim'] },
  javascript: { of: ['runtime/backends', 'runtime/tiers/rounds'] },
  large: { of: ['weldarray/array/large', 'runtime/evaluate/pieces', 'runtime/spill/file'] },
  library: {
    of: [
      ...among(
        'runtime',
        'library',
        'graph/few-calls',
        'execute/feeding',
        'execute/note-call',
        'execute/piece',
        'execute/run-in-pieces',
      ),
      ...among('ir', 'bits', 'segments', 'slide', 'tally'),
    ],
  },
  // What a write to part of an array asks where something still to be computed reads it.
  readers: { of: ['runtime/graph/storage/readers'] },
  planning: {
    of: [
      ...among('optimizer', 'plan', 'passes', 'rules', 'pipeline'),
      ...among('ir', 'expand', 'rebuild', 'verify'),
      'weldarray/tools-entry',
    ],
    without: among('optimizer/plan', 'template', 'schedule'),
  },

  // What programs ask the library about itself, or to write, or to keep.
  compile: { of: ['weldarray/compile', 'runtime/replay/replay'] },
  debug: { of: ['runtime/debug', 'weldarray/inspect'], without: ['runtime/debug/trace'] },
  elementary: { of: ['ir/ops/math', 'ir/ops/pi-remainder'], without: among('ir/ops/math', 'index', 'generated/coefficients') },
  emitters: { of: among('codegen', 'wasm', 'emitters', 'branches', 'primitives') },
  printing: { of: among('weldarray/array', 'decimal', 'format', 'format-floats', 'print-options') },
}

function modulesOf(name) {
  const [home, ...rest] = name.split('/')
  const path = join(packagesRoot, home, 'dist', ...rest)
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found?.isDirectory()) return [`${path}.js`]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.name.endsWith('.js'))
    .map((entry) => join(entry.parentPath, entry.name))
}

/** The path of a module as the list above has it. */
export const nameOf = (path) => relative(packagesRoot, path).replaceAll('\\', '/').replace('/dist/', '/').replace(/\.js$/, '')

/** The part of each module that is in one, by its path. */
export const partOf = new Map(
  Object.entries(parts).flatMap(([part, { of, without = [] }]) =>
    of.flatMap(modulesOf).flatMap((path) => (without.includes(nameOf(path)) ? [] : [[path, part]])),
  ),
)

export const partNames = Object.keys(parts)

export const partFile = (part) => `part-${part}.cjs`
