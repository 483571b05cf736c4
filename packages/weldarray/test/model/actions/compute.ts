import * as np from 'weldarray'
import { chance, type Random } from '../../support/random.js'
import type { Action } from '../support/step.js'
import {
  assignable,
  binaries,
  binary,
  broadcast,
  comparisons,
  type Dtype,
  elementsOf,
  filledFrom,
  fits,
  isFloat,
  isNumeric,
  numeric,
  type Operand,
  reduce,
  sizeOf,
  store,
  stretched,
  unaries,
  unary,
} from '../support/values.js'
import { MOST_ELEMENTS, type Pair, type World } from '../support/world.js'

type Other = Pair | number

export const nameOf = (x: Other): string => (typeof x === 'number' ? String(x) : x.name)
export const modelIn = (x: Other): Operand => (typeof x === 'number' ? x : x.model)
export const weldIn = (x: Other): np.NdArray | number => (typeof x === 'number' ? x : x.weld)

/** A second operand: mostly one whose shape fits, sometimes one that does not, sometimes a number. */
export function otherFor(world: World, random: Random, pair: Pair): Other {
  if (chance(random, 0.35)) {
    const whole = random.int(0, 5)
    return pair.model.dtype !== 'uint8' && chance(random, 0.5) ? random.pick([-whole, 0.5, -1.75]) : whole
  }
  const together = (p: Pair): number[] | null => broadcast(p.model.shape, pair.model.shape)
  const small = (p: Pair): boolean => sizeOf(together(p) ?? []) <= MOST_ELEMENTS
  const fitting = world.numeric(random, (p) => together(p) !== null && small(p))
  return chance(random, 0.03) ? world.numeric(random, small)! : (fitting ?? pair)
}

export function throwsLike(name: string, f: () => unknown): true {
  try {
    f()
  } catch (error) {
    if ((error as Error).name !== name) throw new Error(`${name} expected, got ${error}`)
    return true
  }
  throw new Error(`${name} expected, nothing thrown`)
}

/** `x.add(y)`, its comparisons included; at times with `out`. */
export const twoOperands: Action = (world, random) => {
  const pair = world.numeric(random)
  if (pair === undefined) return false
  const other = otherFor(world, random, pair)
  const op = random.pick([...Object.keys(binaries), ...Object.keys(binaries), ...Object.keys(comparisons)])
  const call = (options?: { out: np.NdArray }) => pair.weld[op as 'add'](weldIn(other), options)
  const result = binary(op, pair.model, modelIn(other))
  world.said = `${pair.name}.${op}(${nameOf(other)})`
  if (result === null) return throwsLike('ShapeError', call)
  const suits = (p: Pair): boolean => String(p.model.shape) === String(result.shape)
  const out = chance(random, 0.15) ? world.target(random, suits) : undefined
  if (out === undefined) {
    world.addResult(call(), result)
    return true
  }
  world.said = `${pair.name}.${op}(${nameOf(other)}, { out: ${out.name} })`
  if (!fits(result.dtype, out.model.dtype)) return throwsLike('DTypeError', () => call({ out: out.weld }))
  call({ out: out.weld })
  store(out.model, result.data)
  return true
}

export const oneOperand: Action = (world, random) => {
  const pair = world.numeric(random)
  if (pair === undefined) return false
  const op = random.pick(Object.keys(unaries))
  world.said = `${pair.name}.${op}()`
  world.addResult(pair.weld[op as 'neg'](), unary(op, pair.model))
  return true
}

/** `x.addeq(y)`: as if the operands had been copied first, then stored in x. */
export const inPlace: Action = (world, random) => {
  const pair = world.target(random)
  if (pair === undefined) return false
  const other = otherFor(world, random, pair)
  const op = random.pick(['add', 'sub', 'sub', 'mul'])
  const call = () => pair.weld[`${op}eq` as 'addeq'](weldIn(other))
  const result = binary(op, pair.model, modelIn(other))
  world.said = `${pair.name}.${op}eq(${nameOf(other)})`
  if (result === null) return throwsLike('ShapeError', call)
  if (!fits(result.dtype, pair.model.dtype)) return throwsLike('DTypeError', call)
  if (String(result.shape) !== String(pair.model.shape)) return throwsLike('ShapeError', call)
  if (call() !== pair.weld) throw new Error('an in-place operation returns its array')
  store(pair.model, result.data)
  return true
}

/** `x.assign(y)`: any dtype is converted as typed arrays convert. */
export const assign: Action = (world, random) => {
  const pair = world.target(random)
  if (pair === undefined) return false
  const other = otherFor(world, random, pair)
  const from = modelIn(other)
  world.said = `${pair.name}.assign(${nameOf(other)})`
  const { shape } = pair.model
  const call = () => pair.weld.assign(weldIn(other))
  if (typeof from !== 'number' && !assignable(from.shape, shape)) return throwsLike('ShapeError', call)
  call()
  store(pair.model, typeof from === 'number' ? new Array(sizeOf(shape)).fill(from) : elementsOf(stretched(from, shape)))
  return true
}

/** Copies, which share memory with nothing. */
export const copy: Action = (world, random) => {
  const pair = world.numeric(random)
  if (pair === undefined) return false
  const { model, weld, name } = pair
  const [how, dtype, copied] = random.pick<[string, Dtype, () => np.NdArray]>([
    ['clone()', model.dtype, () => weld.clone()],
    ['flatten()', model.dtype, () => weld.flatten()],
    ...numeric.map((d): [string, Dtype, () => np.NdArray] => [`astype('${d}')`, d, () => weld.astype(d)]),
  ])
  world.said = `${name}.${how}`
  const shape = how === 'flatten()' ? [sizeOf(model.shape)] : model.shape
  world.addResult(copied(), { dtype, shape, data: filledFrom(dtype, elementsOf(model)) })
  return true
}

export const reduction: Action = (world, random) => {
  const pair = world.numeric(random, (p) => p.model.shape.every((n) => n > 0))
  if (pair === undefined) return false
  const { model, weld, name } = pair
  const op = random.pick(isFloat(model.dtype) ? (['max', 'min'] as const) : (['max', 'min', 'sum'] as const))
  const axis = chance(random, 0.5) || model.shape.length === 0 ? undefined : random.int(0, model.shape.length - 1)
  world.said = `${name}.${op}(${axis ?? ''})`
  world.addResult(weld[op as 'max'](axis), reduce(op, model, axis))
  return true
}

/** `np.where(mask, x, y)` and `np.concatenate`. */
export const choose: Action = (world, random) => {
  const mask = world.some(random, (p) => p.model.dtype === 'bool')
  const fitting = (p: Pair): boolean => String(p.model.shape) === String(mask?.model.shape) && isNumeric(p.model.dtype)
  const x = mask && world.some(random, fitting)
  const y = x && world.some(random, (p) => fitting(p) && p.model.dtype === x.model.dtype)
  if (y === undefined) return false
  world.said = `np.where(${mask!.name}, ${x!.name}, ${y.name})`
  const [chosen, otherwise] = [elementsOf(x!.model), elementsOf(y.model)]
  const list = elementsOf(mask!.model).map((m, i) => (m ? chosen[i]! : otherwise[i]!))
  const { dtype, shape } = y.model
  world.addResult(np.where(mask!.weld, x!.weld, y.weld), { dtype, shape, data: filledFrom(dtype, list) })
  return true
}
