import type { Scalar, TypedArray } from '../dtype.js'
import { ShapeError } from '../errors.js'
import { showShape } from '../shape.js'
import type { CallDef } from './call.js'

/** Where in each line the first of its largest (or least) elements is; the first NaN, if there is one. */
export function peaksInto(largest: boolean, from: TypedArray, length: number, to: BigInt64Array): void {
  const cells = from as unknown as Scalar[]
  for (let line = 0; line < to.length; line++) {
    const start = line * length
    let place = 0
    let best = cells[start]!
    for (let i = 1; i < length && !Number.isNaN(best); i++) {
      const x = cells[start + i]!
      if (Number.isNaN(x) || (largest ? x > best : x < best)) [place, best] = [i, x]
    }
    to[line] = BigInt(place)
  }
}

const peak = (op: string, largest: boolean): CallDef => ({
  arity: 1,
  attributes: [],
  strided: false,
  below: ([source]) => source!.shape[source!.shape.length - 1]!,
  infer: ([source]) => {
    const { shape } = source!
    if (shape.length === 0 || shape[shape.length - 1] === 0)
      throw new ShapeError(`${op}: an array of shape ${showShape(shape)}, expected elements along a last axis`)
    return { dtype: 'bigint64', shape: shape.slice(0, -1) }
  },
  compute: ([source], _, to) =>
    peaksInto(largest, source!.data, source!.view.shape[source!.view.shape.length - 1]!, to as BigInt64Array),
})

/** Along the last axis. */
export const extremes = {
  argmax: peak('argmax', true),
  argmin: peak('argmin', false),
}
