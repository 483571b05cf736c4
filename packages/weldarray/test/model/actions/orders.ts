import * as np from 'weldarray'
import { chance } from '../../support/random.js'
import type { Action } from '../support/step.js'
import {
  type Dtype,
  elementsOf,
  filledFrom,
  isFloat,
  promote,
  type Scalar,
  type Strided,
  sizeOf,
  store,
} from '../support/values.js'
import { MOST_ELEMENTS, type Pair } from '../support/world.js'

/* What goes through elements in an order of its own. */

const isWhole = ({ model }: Pair): boolean => !isFloat(model.dtype)

/** Running sums and extremes over all elements. */
export const scan: Action = (world, random) => {
  const pair = world.numeric(random)
  if (pair === undefined) return false
  const { model, weld, name } = pair
  const list = elementsOf(model)
  if (isWhole(pair) && chance(random, 0.5)) {
    world.said = `${name}.cumsum()`
    let sum = 0n
    const sums = list.map((x) => (sum += BigInt(x)))
    const dtype: Dtype = model.dtype === 'uint8' ? 'uint64' : 'int64'
    world.addResult(weld.cumsum() as unknown as np.NdArray, { dtype, shape: [list.length], data: filledFrom(dtype, sums) })
    return true
  }
  if (model.shape.length !== 1) return false
  const op = random.pick(['maximum', 'minimum'] as const)
  const f = op === 'maximum' ? Math.max : Math.min
  world.said = `np.${op}.accumulate(${name})`
  const found: number[] = []
  for (const x of list as number[]) found.push(found.length === 0 ? x : f(found[found.length - 1]!, x))
  world.addResult((op === 'maximum' ? np.maximum : np.minimum).accumulate(weld) as np.NdArray, {
    ...model,
    shape: model.shape,
    data: filledFrom(model.dtype, found),
  })
  return true
}

/** Lines of a list along the last axis. */
function lines(list: readonly Scalar[], length: number): Scalar[][] {
  return Array.from({ length: length === 0 ? 0 : list.length / length }, (_, i) => list.slice(i * length, (i + 1) * length))
}

/** Whole numbers in C order, each line along the last axis sorted. */
export function sortedRows(model: Strided): number[] {
  const rows = lines(elementsOf(model), model.shape[model.shape.length - 1]!) as number[][]
  return rows.flatMap((row) => row.sort((x, y) => x - y))
}

/** `np.sort` and the stable `np.argsort` of whole numbers along the last axis. */
export const sort: Action = (world, random) => {
  const pair = world.numeric(random, (p) => isWhole(p) && p.model.shape.length > 0)
  if (pair === undefined) return false
  const { model, weld, name } = pair
  const { shape } = model
  const rows = lines(elementsOf(model), shape[shape.length - 1]!) as number[][]
  if (chance(random, 0.5)) {
    world.said = `np.sort(${name})`
    world.addResult(np.sort(weld) as np.NdArray, { dtype: model.dtype, shape, data: filledFrom(model.dtype, sortedRows(model)) })
  } else {
    world.said = `np.argsort(${name}, { kind: 'stable' })`
    const found = rows.flatMap((row) => row.map((_, i) => i).sort((i, j) => row[i]! - row[j]! || i - j))
    world.addResult(np.argsort(weld, { kind: 'stable' }) as unknown as np.NdArray, {
      dtype: 'int64',
      shape,
      data: filledFrom('int64', found.map(BigInt)),
    })
  }
  return true
}

/** `x.sort()`, in place, of whole numbers along the last axis. */
export const sortInPlace: Action = (world, random) => {
  const pair = world.target(random, (p) => isWhole(p) && p.model.shape.length > 0)
  if (pair === undefined) return false
  const { model, weld, name } = pair
  const list = sortedRows(model)
  world.said = `${name}.sort()`
  weld.sort()
  store(model, list)
  return true
}

/** `np.concatenate` along the first axis, and `np.roll` of all elements. */
export const join: Action = (world, random) => {
  const pair = world.numeric(random, (p) => p.model.shape.length > 0)
  if (pair === undefined) return false
  const { model, weld, name } = pair
  const list = elementsOf(model)
  if (chance(random, 0.4)) {
    const by = random.int(-list.length - 3, list.length + 3)
    world.said = `np.roll(${name}, ${by})`
    const at = (i: number): number => (((i - by) % list.length) + list.length) % list.length
    const data = filledFrom(
      model.dtype,
      list.map((_, i) => list[at(i)]!),
    )
    world.addResult(np.roll(weld, by) as np.NdArray, { dtype: model.dtype, shape: model.shape, data })
    return true
  }
  const tail = String(model.shape.slice(1))
  const other = world.numeric(
    random,
    (p) => p.model.shape.length === model.shape.length && String(p.model.shape.slice(1)) === tail,
  )!
  if (list.length + sizeOf(other.model.shape) > MOST_ELEMENTS) return false
  world.said = `np.concatenate([${name}, ${other.name}])`
  const dtype = promote(model, other.model)
  const shape = [model.shape[0]! + other.model.shape[0]!, ...model.shape.slice(1)]
  const data = filledFrom(dtype, [...list, ...elementsOf(other.model)])
  world.addResult(np.concatenate([weld, other.weld]) as np.NdArray, { dtype, shape, data })
  return true
}

/** `x.matmul(y)` of int32, whose sums wrap; `y` may be `x` itself, transposed. */
export const product: Action = (world, random) => {
  const fitting = (p: Pair): boolean => p.model.shape.length === 2 && p.model.dtype === 'int32'
  const x = world.some(random, fitting)
  if (x === undefined) return false
  const [rows, inner] = x.model.shape as [number, number]
  const y = chance(random, 0.4) ? world.some(random, (p) => fitting(p) && p.model.shape[0] === inner) : undefined
  const columns = y?.model.shape[1] ?? rows
  if (rows * columns > MOST_ELEMENTS) return false
  world.said = `${x.name}.matmul(${y?.name ?? `${x.name}.T`})`
  const a = elementsOf(x.model) as number[]
  const b = y === undefined ? null : (elementsOf(y.model) as number[])
  const sums = Array.from({ length: rows * columns }, (_, k) => {
    const [i, j] = [Math.floor(k / columns), k % columns]
    let sum = 0
    for (let m = 0; m < inner; m++)
      sum = (sum + Math.imul(a[i * inner + m]!, b === null ? a[j * inner + m]! : b[m * columns + j]!)) | 0
    return sum
  })
  const made = x.weld.matmul(y?.weld ?? x.weld.T) as np.NdArray
  world.addResult(made, { dtype: 'int32', shape: [rows, columns], data: filledFrom('int32', sums) })
  return true
}

const BINS = 7

/** How often numbers come. */
export const count: Action = (world, random) => {
  const pair = world.numeric(random, (p) => p.model.dtype === 'int32' && sizeOf(p.model.shape) > 0)
  if (pair === undefined) return false
  world.said = `np.bincount(${pair.name}.mod(${BINS}).ravel(), { minlength: ${BINS} })`
  const counts = new Array<bigint>(BINS).fill(0n)
  for (const x of elementsOf(pair.model) as number[]) counts[((x % BINS) + BINS) % BINS]!++
  const weld = np.bincount(pair.weld.mod(BINS).ravel(), { minlength: BINS }) as unknown as np.NdArray
  world.addResult(weld, { dtype: 'int64', shape: [BINS], data: filledFrom('int64', counts) })
  return true
}
