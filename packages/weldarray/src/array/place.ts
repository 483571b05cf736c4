import { IndexError, showShape } from '@weldarray/ir'

/** The index of the element at a place in C order. */
export function unraveled(shape: readonly number[], at: number): number[] {
  const index = new Array<number>(shape.length)
  for (let axis = shape.length - 1, rest = at; axis >= 0; axis--) {
    index[axis] = rest % shape[axis]!
    rest = Math.floor(rest / shape[axis]!)
  }
  return index
}

/** A place among `n`, counted from the end where it is negative; -1 for none. */
function within(given: unknown, n: number): number {
  const at =
    typeof given === 'number'
      ? given
      : typeof given === 'string' || typeof given === 'boolean' || typeof given === 'symbol'
        ? NaN
        : Number(given)
  const from = at < 0 ? at + n : at
  return Number.isInteger(from) && from >= 0 && from < n ? from : -1
}

const noPlace = (given: unknown, n: number, of: string): IndexError =>
  new IndexError(`item: got ${String(given)} for ${of}, expected a whole number from ${-n} to ${n - 1}`)

/** What `item` is given, as an index: a place in C order, or an index for each axis, also in a list. Throws `IndexError`. */
export function placeOf(shape: readonly number[], given: readonly unknown[]): number[] {
  const index = given.length === 1 && Array.isArray(given[0]) ? (given[0] as unknown[]) : given
  if (index.length === 1 && index === given) {
    const size = shape.reduce((n, d) => n * d, 1)
    const at = within(index[0], size)
    if (at < 0) throw noPlace(index[0], size, `the elements of shape ${showShape(shape)}`)
    return unraveled(shape, at)
  }
  if (index.length !== shape.length)
    throw new IndexError(`item: got ${index.length} indices for shape ${showShape(shape)}, expected one for each axis`)
  return index.map((x, axis) => {
    const at = within(x, shape[axis]!)
    if (at < 0) throw noPlace(x, shape[axis]!, `axis ${axis} of shape ${showShape(shape)}`)
    return at
  })
}
