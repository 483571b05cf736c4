import type { Argument } from './operand.js'

/**
 * Receives m rows of n elements. For operand k: `at[k]` is the position of the first element, `rows[k]` the step
 * between rows, `steps[k]` between elements. Returns true to end the traversal.
 */
export type Visit = (m: number, n: number, at: readonly number[], rows: readonly number[], steps: readonly number[]) => unknown

/** `cwise` walks axes whose order differs between operands in blocks of this many, from the last to the first. */
const BLOCK = 64

/** The position of an array's first element. */
export const startOf = (array: Argument): number => Math.trunc(array.offset) || 0

/**
 * Visits the elements of arrays of one shape in exactly the order of `cwise`: the axes from the smallest stride
 * to the largest as long as all arrays agree on it, the others in blocks. The order decides the bits of sums, which of two equal
 * extremes is found, and what overlapping arrays
 * get. With a single array,
 * `origin` receives the index at which each visit starts.
 */
export function traverse(arrays: readonly Argument[], visit: Visit, origin?: number[]): void {
  const { shape } = arrays[0]!
  const d = shape.length
  const at = arrays.map(startOf)
  const none = arrays.map(() => 0)
  if (d === 0) {
    visit(1, 1, at, none, none)
    return
  }
  for (let k = 0; k < d; k++) if (!(shape[k]! > 0)) return
  const order = arrays[0]!.order
  const matched = matchedAxes(arrays.map((a) => a.order))
  const lengths = [...shape]
  const first = order[0]!
  const second = d > 1 ? order[1]! : -1
  const steps = arrays.map((a) => a.stride[first]!)
  const rows = second < 0 ? none : arrays.map((a) => a.stride[second]!)

  /** The elements of one block, `base` the position of its first for each operand. */
  const inner = (base: readonly number[]): unknown => {
    const m = second < 0 ? 1 : lengths[second]!
    if (d <= 2) return visit(m, lengths[first]!, base, rows, steps)
    const index = new Array<number>(d).fill(0)
    const current = [...base]
    for (;;) {
      if (origin !== undefined) for (let i = 2; i < d; i++) origin[order[i]!] = index[i]!
      if (visit(m, lengths[first]!, current, rows, steps) === true) return true
      let i = 2
      for (; i < d; i++) {
        const axis = order[i]!
        for (let k = 0; k < arrays.length; k++) current[k]! += arrays[k]!.stride[axis]!
        if (++index[i]! < lengths[axis]!) break
        for (let k = 0; k < arrays.length; k++) current[k]! -= arrays[k]!.stride[axis]! * lengths[axis]!
        index[i] = 0
      }
      if (i === d) return false
    }
  }

  const blocks = (i: number, base: readonly number[]): unknown => {
    if (i === d) return inner(base)
    const axis = order[i]!
    for (let j = shape[axis]!; j > 0; ) {
      const length = j < BLOCK ? j : BLOCK
      j -= length
      lengths[axis] = length
      if (
        blocks(
          i + 1,
          base.map((position, k) => position + j * arrays[k]!.stride[axis]!),
        ) === true
      )
        return true
    }
    return false
  }
  blocks(matched, at)
}

/** How many of the innermost axes all arrays walk alike. */
function matchedAxes(orders: readonly (readonly number[])[]): number {
  const first = orders[0]!
  for (let i = 0; i < first.length; i++) for (let k = 1; k < orders.length; k++) if (orders[k]![i] !== first[i]) return i
  return first.length
}
