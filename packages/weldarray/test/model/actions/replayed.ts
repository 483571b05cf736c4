import * as np from 'weldarray'
import type { Action } from '../support/step.js'
import { binary, fits, laidOut, type Operand, type Result, type Strided, sizeOf, store } from '../support/values.js'
import type { Pair, World } from '../support/world.js'
import { nameOf, otherFor, throwsLike } from './compute.js'

type Two = (u: np.NdArray, v: np.NdArray) => np.NdArray

const after = (op: string, r: Result | null, other: Operand): Result | null => (r === null ? null : binary(op, laidOut(r), other))

/** Functions that are traced once for each structure and replayed for all programs, whatever these do to their arrays in between. */
const functions: [text: string, call: Two, model: (u: Strided, v: Strided) => Result | null][] = [
  ['u.mul(v).sub(u)', np.compile((u, v) => u.mul(v).sub(u)), (u, v) => after('sub', binary('mul', u, v), u)],
  ['u.maximum(v).add(u)', np.compile((u, v) => u.maximum(v).add(u)), (u, v) => after('add', binary('maximum', u, v), u)],
  ['u.add(v)', np.compile((u, v) => u.add(v)), (u, v) => binary('add', u, v)],
]

function operands(world: World, random: Parameters<Action>[1], pair: Pair | undefined): [Pair, Pair] | null {
  if (pair === undefined) return null
  const other = otherFor(world, random, pair)
  return typeof other === 'number' ? null : [pair, other]
}

/** A compiled function's result. */
export const replay: Action = (world, random) => {
  const found = operands(world, random, world.numeric(random))
  if (found === null) return false
  const [u, v] = found
  const [text, call, model] = random.pick(functions)
  const result = model(u.model, v.model)
  world.said = `compiled(${nameOf(u)}, ${nameOf(v)}) // ${text}`
  if (result === null) return throwsLike('ShapeError', () => call(u.weld, v.weld))
  world.addResult(call(u.weld, v.weld), result)
  return true
}

const addTo = np.compile((u: np.NdArray, v: np.NdArray) => {
  u.addeq(v)
})

/** A compiled function that writes to what it is given. */
export const replayInPlace: Action = (world, random) => {
  const found = operands(world, random, world.target(random))
  if (found === null) return false
  const [u, v] = found
  const result = binary('add', u.model, v.model)
  world.said = `compiled(${nameOf(u)}, ${nameOf(v)}) // u.addeq(v)`
  const isRight = result !== null && fits(result.dtype, u.model.dtype) && String(result.shape) === String(u.model.shape)
  if (!isRight || sizeOf(u.model.shape) === 0) return false
  addTo(u.weld, v.weld)
  store(u.model, result.data)
  return true
}
