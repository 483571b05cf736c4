import type { NdArray } from '../array/ndarray.js'
import { ones } from '../numpy/creation/creation.js'
import { evaluateAsync } from '../numpy/evaluating.js'
import type { Roof } from './page/index.js'

const TIMES = 24

/** Seconds of the quickest of several evaluations of what `make` records. */
async function quickest(make: () => NdArray): Promise<number> {
  // The kernel is there before anything is timed.
  await evaluateAsync([make()])
  let best = Number.POSITIVE_INFINITY
  for (let i = 0; i < TIMES; i++) {
    const result = make()
    const start = performance.now()
    result.evaluate()
    best = Math.min(best, performance.now() - start)
    result.dispose()
  }
  return best / 1000
}

/** Elements that no cache holds, and elements that stay in the nearest one while much is done with each. */
const MANY = 2 ** 22
const FEW = 2 ** 16
const OPERATIONS = 256

/** Chains that do not wait for one another, so that the arithmetic is the limit. */
function busy(x: NdArray<'float64'>): NdArray<'float64'> {
  const chains = Array.from({ length: 8 }, (_, k) => x.add(k))
  let steps = chains.length - 1
  for (let k = 0; steps < OPERATIONS - chains.length; k = (k + 1) % chains.length, steps += 2)
    chains[k] = chains[k]!.mul(x).add(0.5)
  return chains.reduce((sum, chain) => sum.add(chain))
}

let known: Promise<Roof> | undefined

/**
 * What loops reach at most on this machine, with the threads there are: bytes moved by an operation on more than caches hold, and
 * arithmetic on what they do. Measured once, in about a second.
 */
export function measureRoof(): Promise<Roof> {
  known ??= (async () => {
    const large = ones(MANY)
    const small = ones(FEW)
    await evaluateAsync([large, small])
    const moving = await quickest(() => large.mul(3))
    const computing = await quickest(() => busy(small))
    large.dispose()
    return { bytesPerSecond: (16 * MANY) / moving, operationsPerSecond: (OPERATIONS * FEW) / computing }
  })()
  return known
}
