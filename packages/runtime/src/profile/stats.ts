import { checkOptions, ValueError } from '@weldarray/ir'
import { type Counters, counters, type Fallback } from '../config/counters.js'
import { implicitPlaces } from './places.js'

/** Parts from 0 to 1, or null where nothing was looked up. */
export interface HitRates {
  /** Evaluations whose plan was known. */
  readonly plans: number | null
  /** Kernels that were there when a loop asked: in memory, in the package, on disk. */
  readonly kernels: number | null
  /** Of the kernels that were not in memory or in the package, those on disk. */
  readonly disk: number | null
}

/** What has happened in this thread since it started, or since an earlier look. */
export interface Stats extends Counters {
  readonly hitRates: HitRates
  /** Evaluations because a value was looked at, by the line of the program that looked; with `warn: 'implicit'` only. */
  readonly implicitPlaces: Record<string, number>
}

export interface StatsOptions {
  /** What an earlier call has given: the counters are of what came after it. */
  since?: Stats | undefined
}

/** What says how things are, and is no sum of what has happened. */
const LEVELS: ReadonlySet<string> = new Set(['bytesHeld', 'bytesPeak'] satisfies (keyof Counters)[])

const rate = (hits: number, misses: number): number | null => (hits + misses === 0 ? null : hits / (hits + misses))

const ratesOf = (c: Counters): HitRates => ({
  plans: rate(c.plansFound, c.plansMade),
  kernels: rate(c.cacheHitsMemory + c.cacheHitsDisk, c.kernelsCompiled),
  disk: rate(c.cacheHitsDisk, c.kernelsCompiled),
})

function differences(now: Record<string, number>, before: Record<string, number>): Record<string, number> {
  const changed = Object.entries(now).map(([name, n]) => [name, n - (before[name] ?? 0)] as const)
  return Object.fromEntries(changed.filter(([, n]) => n !== 0))
}

const fallbacksSince = (now: Record<string, Fallback>, before: Record<string, Fallback>): Record<string, Fallback> =>
  Object.fromEntries(
    Object.entries(now)
      .map(([name, { count, reason }]) => [name, { count: count - (before[name]?.count ?? 0), reason }] as const)
      .filter(([, { count }]) => count > 0),
  )

/**
 * A snapshot of the counters, which later work does not change. With `since`, an earlier snapshot: what has happened after it (bytes
 * held, and held at most, are as they are now). Throws `ValueError` where `since` is no snapshot,
 * `ArgumentError` for options that do not exist.
 *
 * @example
 * const before = np.stats()
 * np.arange(1000).mul(2).evaluate()
 * np.stats({ since: before }).loops // 1
 */
export function stats(options: StatsOptions = {}): Stats {
  checkOptions('stats', options, ['since'])
  const { since } = options
  const now: Counters = structuredClone(counters)
  const places = implicitPlaces()
  if (since === undefined) return { ...now, hitRates: ratesOf(now), implicitPlaces: places }
  if (typeof since !== 'object' || since === null || typeof since.plansMade !== 'number')
    throw new ValueError(`stats: since is ${since === null ? 'null' : typeof since}, expected what an earlier stats() has given`)
  const past = since as unknown as Record<string, number>
  const passed = Object.fromEntries(
    Object.entries(now).map(([name, n]) => [name, typeof n === 'number' && !LEVELS.has(name) ? n - (past[name] ?? 0) : n]),
  ) as unknown as Counters
  passed.fallbacks = fallbacksSince(now.fallbacks, since.fallbacks)
  return { ...passed, hitRates: ratesOf(passed), implicitPlaces: differences(places, since.implicitPlaces) }
}
