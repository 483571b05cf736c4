import { chance, type Random } from './random.js'

/** What all kinds of array have, real or ours. */
export interface AnyArray {
  data: unknown
  shape: number[]
  stride: number[]
  offset: number
  readonly dtype: string
  readonly order: number[]
  readonly size: number
  readonly dimension: number
  get(...i: number[]): unknown
  set(...i: unknown[]): unknown
  index(...i: number[]): number
  lo(...i: (number | null)[]): AnyArray
  hi(...i: (number | null)[]): AnyArray
  step(...i: (number | null)[]): AnyArray
  transpose(...i: number[]): AnyArray
  pick(...i: (number | null)[]): AnyArray | null
}

/** A change of view that can be made to arrays of one shape, whoever made them. */
export type Change = (a: AnyArray) => AnyArray

function shuffled(random: Random, n: number): number[] {
  const order = Array.from({ length: n }, (_, i) => i)
  for (let i = n - 1; i > 0; i--) {
    const j = random.int(0, i)
    ;[order[i], order[j]] = [order[j]!, order[i]!]
  }
  return order
}

/** A random step of viewing that leaves the number of axes as it is. */
export function randomChange(random: Random, shape: readonly number[]): { name: string; change: Change } {
  const per = (f: (n: number) => number | null): (number | null)[] => shape.map(f)
  switch (random.int(0, 3)) {
    case 0: {
      const by = per((n) => (chance(random, 0.3) ? null : random.int(0, Math.max(0, n - 1))))
      return { name: `lo(${by})`, change: (a) => a.lo(...by) }
    }
    case 1: {
      const by = per((n) => (chance(random, 0.3) ? null : random.int(1, Math.max(1, n))))
      return { name: `hi(${by})`, change: (a) => a.hi(...by) }
    }
    case 2: {
      const by = per(() => random.pick([1, 2, -1, -2, 3]))
      return { name: `step(${by})`, change: (a) => a.step(...by) }
    }
    default: {
      const by = shuffled(random, shape.length)
      return { name: `transpose(${by})`, change: (a) => a.transpose(...by) }
    }
  }
}

/** The elements in C order, as `get` gives them. */
export function elements(a: AnyArray): unknown[] {
  const out: unknown[] = []
  const index: number[] = []
  const walk = (axis: number): void => {
    if (axis === a.shape.length) out.push(a.get(...index))
    else
      for (let i = 0; i < a.shape[axis]!; i++) {
        index[axis] = i
        walk(axis + 1)
      }
  }
  walk(0)
  return out
}
