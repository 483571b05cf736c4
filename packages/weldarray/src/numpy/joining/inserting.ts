import { take } from '../indexing/indexing.js'
import type { NdArray, Untyped } from '../operands/arrays.js'
import { concatenate } from './joining.js'

/** Places in rising order, each with the slice that goes before it. */
export type Order = readonly (readonly [place: number, slice: number])[]

/** Neighbouring slices that go to one place. */
interface SliceRun {
  readonly place: number
  readonly start: number
  stop: number
}

/** So few runs are joined with what is between their places; more are taken by index. */
const FEW_RUNS = 16

function runsOf(order: Order): SliceRun[] {
  const runs: SliceRun[] = []
  for (const [place, slice] of order) {
    const last = runs.at(-1)
    if (last?.place === place && last.stop === slice) last.stop++
    else runs.push({ place, start: slice, stop: slice + 1 })
  }
  return runs
}

function betweenSlices(x: NdArray, fresh: NdArray, runs: readonly SliceRun[], axis: number): Untyped {
  const part = (a: NdArray, start: number, stop: number): Untyped =>
    a.slice(...new Array<string>(axis).fill(':'), `${start}:${stop}`)
  const parts: Untyped[] = []
  let last = 0
  for (const { place, start, stop } of runs) {
    parts.push(part(x, last, place), part(fresh, start, stop))
    last = place
  }
  parts.push(part(x, last, x.shape[axis]!))
  return concatenate(parts, axis)
}

function byIndex(x: NdArray, fresh: NdArray, runs: readonly SliceRun[], axis: number): Untyped {
  const n = x.shape[axis]!
  const picked = new Float64Array(n + fresh.shape[axis]!)
  let at = 0
  let last = 0
  const upTo = (place: number): void => {
    while (last < place) picked[at++] = last++
  }
  for (const { place, start, stop } of runs) {
    upTo(place)
    for (let i = start; i < stop; i++) picked[at++] = n + i
  }
  upTo(n)
  return take(concatenate([x, fresh], axis), picked, axis)
}

/** An array with slices of another one, `fresh`, before its places along an axis. */
export function inserted(x: NdArray, fresh: NdArray, order: Order, axis: number): Untyped {
  const runs = runsOf(order)
  return runs.length <= FEW_RUNS ? betweenSlices(x, fresh, runs, axis) : byIndex(x, fresh, runs, axis)
}
