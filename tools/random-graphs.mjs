/*
 * Random graphs of every operation and builder there is, on every backend, bit for bit with the interpreter, with redzones around every block:
 *
 *     node tools/random-graphs.mjs [--count N] [--seed N] [--sizes N]
 *
 * A seed is a structure: operations, dtypes, axes, steps of views. It is computed for several sizes of its axes (10 unless told otherwise), each a
 * graph of its own, with its own shapes, strides and elements; operation by operation only for the first of them. Every twentieth is a loop within
 * elements. That everything in the tables was met is looked at in the end: by operation, by dtype, by builder.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { parseArgs } from 'node:util'

const { values: options } = parseArgs({
  options: {
    count: { type: 'string', default: '2000' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
    sizes: { type: 'string', default: '10' },
  },
})
const [count, seed, sizes] = [options.count, options.seed, options.sizes].map(Number)

const folder = mkdtempSync(join(tmpdir(), 'weldarray-graphs-'))
Object.assign(process.env, { WELDARRAY_CHECK: '1', WELDARRAY_CACHE_DIR: folder })
const { callOps, DTYPES, mapOps, reachable, reduceOps } = await import('@weldarray/ir')
const { expectSameBits, Random, randomLoop, randomProgram, reference, runOn, TIERS } = await import('@weldarray/testing')
const { shutdown, stats } = await import('@weldarray/runtime')

/** Lengths of axes. Those that are equal in one are equal in all, so that one structure fits them. */
const LENGTHS = [
  [7, 3, 2],
  [19, 4, 3],
  [40, 5, 2],
  [3, 9, 4],
  [67, 2, 1],
  [16, 8, 3],
  [5, 6, 1],
  [33, 2, 5],
  [8, 16, 2],
  [1, 13, 3],
]
const shapesOf = ([n, m, k]) => [[n], [n], [m, n], [m, 1], [1, n], [k, m, n], [m], [n, m], [], [n * m], [0], [m, 0]]

/** What of the tables no graph had yet. Operations that are not specified for every number are parts of what is made of them. */
const missing = new Set([
  ...Object.keys(mapOps).filter((op) => !mapOps[op].partial),
  ...Object.keys(callOps),
  ...Object.keys(reduceOps).flatMap((op) => [`reduce ${op}`, `scan ${op}`]),
  ...DTYPES,
  ...['input', 'iota', 'view', 'gather', 'join', 'scatter', 'loop'],
])

function note({ roots }) {
  for (const node of reachable(roots)) {
    missing.delete(node.dtype)
    if (node.kind === 'reduce' || node.kind === 'scan') missing.delete(`${node.kind} ${node.op}`)
    else missing.delete(node.op ?? node.kind)
  }
}

const found = []
let [graphs, structures] = [0, 0]

const BACKENDS = Object.keys(TIERS)
const FUSED = BACKENDS.filter((tier) => TIERS[tier].fused)

function compare(what, program, tiers = BACKENDS) {
  graphs++
  note(program)
  const expected = reference(program)
  for (const tier of tiers)
    try {
      expectSameBits(`${what}, ${tier}`, program.roots, runOn(tier, program), expected)
    } catch (error) {
      found.push(error)
      console.log(error.message)
    }
}

const start = performance.now()
const told = () => {
  const { kernelsCompiled, kernelRuns } = stats()
  const minutes = ((performance.now() - start) / 60_000).toFixed(1)
  return `${graphs} graphs of ${structures} structures (seeds ${seed} to ${seed + structures - 1}), ${kernelsCompiled} kernels, run ${kernelRuns} times; ${found.length} differ; ${minutes} min`
}

for (let tell = 60_000; graphs < count && found.length < 10; structures++) {
  const own = seed + structures
  if (structures % 20 === 19) {
    missing.delete('loop')
    compare(`seed ${own}`, randomLoop(new Random(own), [1, 3, 8, 13, 24, 67][own % 6]))
  } else
    for (let s = 0; s < sizes && graphs < count; s++) {
      const lengths = LENGTHS[(own + s) % LENGTHS.length]
      const random = new Random(own)
      const program = randomProgram(random, DTYPES, random.int(2, 9), shapesOf(lengths))
      compare(`seed ${own}, lengths ${lengths}`, program, s === 0 ? BACKENDS : FUSED)
    }
  // What finalizers release is released when the event loop turns.
  if (structures % 20 === 0) await setImmediate()
  if (performance.now() - start > tell) {
    console.log(told())
    tell = performance.now() - start + 60_000
  }
}
console.log(told())
if (missing.size > 0) console.log(`not met: ${[...missing].join(', ')}`)
await shutdown()
rmSync(folder, { recursive: true, force: true })
process.exitCode = found.length > 0 || (graphs >= 20_000 && missing.size > 0) ? 1 : 0
