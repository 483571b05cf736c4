import { writeSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import * as np from 'weldarray'
import { forcePiece, forceTier } from '../../../runtime/dist/execute/tier.js'
import { seed } from '../support/random.js'
import { Chaos } from './chaos.js'
import { type Outcome, runProgram, type Way } from './program.js'

/** `npm run soak` goes on for as long as this, with all that can go wrong going wrong meanwhile. */
const SOAK_MS = Number(process.env.WELDARRAY_SOAK_MS ?? 0)
const PROGRAMS = 60

const waiting: Way = (arrays) => np.evaluate(...arrays)
const notWaiting: Way = (arrays) => np.evaluateAsync(arrays)

/** Every way in which the same program can be computed: tier, elements of a piece of work, who waits. */
const WAYS = {
  js: ['js', null, waiting],
  wasm: ['wasm', null, waiting],
  'wasm in small pieces': ['wasm', 64, waiting],
  auto: ['auto', null, waiting],
  'not waiting': ['auto', null, notWaiting],
  'not waiting, in small pieces': ['wasm', 100, notWaiting],
} as const satisfies Record<string, readonly ['js' | 'wasm' | 'auto', number | null, Way]>

async function outcome(name: keyof typeof WAYS, program: number, chaos: Chaos | null): Promise<Outcome> {
  const [tier, piece, way] = WAYS[name]
  forceTier(tier)
  forcePiece(piece)
  try {
    return await runProgram(program, chaos === null ? way : chaos.way(way))
  } finally {
    forceTier('auto')
    forcePiece(null)
  }
}

async function compare(program: number, chaos: Chaos | null): Promise<void> {
  const wanted = await outcome('js', program, null)
  for (const name of Object.keys(WAYS).slice(1) as (keyof typeof WAYS)[]) {
    if (chaos?.skips()) continue
    const got = await (chaos === null ? outcome(name, program, null) : chaos.retried(() => outcome(name, program, chaos)))
    if (got !== undefined) expect(got, `program ${program}, ${name}`).toEqual(wanted)
  }
}

test.runIf(SOAK_MS === 0)(
  `random programs of every kind of loop have the same bits however they are computed (seed ${seed})`,
  { timeout: 120_000 },
  async () => {
    for (let i = 0; i < PROGRAMS; i++) await compare(seed + i, null)
  },
)

test.runIf(SOAK_MS > 0)(
  `the same while threads die, memory is short and caches are damaged (seed ${seed})`,
  { timeout: 2 * SOAK_MS + 120_000 },
  async () => {
    const until = performance.now() + SOAK_MS
    // That the compiler was killed twice in a row is told.
    const warn = vi.spyOn(process, 'emitWarning').mockImplementation(() => {})
    const chaos = await Chaos.begin(seed)
    let programs = 0
    try {
      for (; performance.now() < until; programs++) await compare(seed + PROGRAMS + programs, chaos)
    } finally {
      await chaos.end()
      warn.mockRestore()
    }
    const counts = Object.entries(chaos.counts)
    writeSync(1, `${programs} programs; ${counts.map(([what, count]) => `${count} ${what}`).join(', ')}\n`)
    // In so many programs each of them happens; if not, nothing was shown.
    if (programs >= 200) expect(counts.filter(([, count]) => count === 0)).toEqual([])
    expect(programs).toBeGreaterThan(0)
  },
)
