import * as np from 'weldarray'
import { chance, type Random } from '../../support/random.js'
import type { Action } from '../support/step.js'
import {
  binary,
  broadcast,
  elementsOf,
  filledFrom,
  fits,
  laidOut,
  reduce,
  type Scalar,
  type Strided,
  sizeOf,
  store,
  stretched,
  unary,
} from '../support/values.js'
import type { Pair } from '../support/world.js'
import { modelIn, nameOf, otherFor, throwsLike, weldIn } from './compute.js'

/* Results that go into arrays that are there, which may be what is read, or share its memory: as if operands had been copied first. */

/** What a function makes of an array: elements in C order. */
interface Made {
  readonly text: string
  readonly shape: readonly number[]
  readonly list: readonly Scalar[]
  readonly call: (out: np.NdArray) => unknown
}

/** Running extremes along an axis, of elements in C order. */
function accumulated(name: 'maximum' | 'minimum', model: Strided, axis: number): Scalar[] {
  const f = name === 'maximum' ? Math.max : Math.min
  const list = elementsOf(model) as number[]
  const step = sizeOf(model.shape.slice(axis + 1))
  for (let i = 0; i < list.length; i++) if (Math.floor(i / step) % model.shape[axis]! > 0) list[i] = f(list[i - step]!, list[i]!)
  return list
}

const unaries = [
  ['abs', np.absolute],
  ['neg', np.negative],
  ['square', np.square],
] as const

const ufuncs = { add: np.add, sub: np.subtract, mul: np.multiply, maximum: np.maximum } as const

/** Functions of an array with axes of at least one element, by what they are to be said as. */
const functions: ((random: Random, pair: Pair) => Made)[] = [
  (random, { name, weld, model }) => {
    const [op, f] = random.pick(unaries)
    return {
      text: `${name}.${op}({`,
      shape: model.shape,
      list: elementsOf(laidOut(unary(op, model))),
      call: (out) => f(weld, { out }),
    }
  },
  (_, { name, weld, model }) => {
    const list = elementsOf(model).map((x) => Math.min(Math.max(x as number, 1), 9))
    return { text: `np.clip(${name}, 1, 9, {`, shape: model.shape, list, call: (out) => np.clip(weld, 1, 9, { out }) }
  },
  (random, { name, weld, model }) => {
    const axis = random.int(0, model.shape.length - 1)
    const f = random.pick(['maximum', 'minimum'] as const)
    const call = (out: np.NdArray) => (f === 'maximum' ? np.maximum : np.minimum).accumulate(weld, { axis, out })
    return { text: `np.${f}.accumulate(${name}, { axis: ${axis},`, shape: model.shape, list: accumulated(f, model, axis), call }
  },
  (random, { name, weld, model }) => {
    const list = elementsOf(model)
    const at = random.int(0, model.shape[0]!)
    const cut = at * sizeOf(model.shape.slice(1))
    const call = (out: np.NdArray) => np.concatenate([weld.slice(`${at}:`), weld.slice(`:${at}`)], { out })
    const text = `np.concatenate([${name}.slice('${at}:'), ${name}.slice(':${at}')], {`
    return { text, shape: model.shape, list: [...list.slice(cut), ...list.slice(0, cut)], call }
  },
  (random, { name, weld, model }) => {
    const [rows, list] = [model.shape[0]!, elementsOf(model)]
    const width = list.length / rows
    const indices = Array.from({ length: rows }, () => random.int(0, rows - 1))
    const call = (out: np.NdArray) => np.take(weld, indices, { axis: 0, out })
    const rowsOf = indices.flatMap((i) => list.slice(i * width, (i + 1) * width))
    return { text: `np.take(${name}, [${indices}], { axis: 0,`, shape: model.shape, list: rowsOf, call }
  },
  (_, { name, weld, model }) => {
    const most = reduce('max', model, 0)
    return {
      text: `np.max(${name}, { axis: 0,`,
      shape: most.shape,
      list: elementsOf(laidOut(most)),
      call: (out) => np.max(weld, { axis: 0, out }),
    }
  },
]

/** `f(x, { out })`. */
export const into: Action = (world, random) => {
  const pair = world.numeric(random, (p) => p.model.shape.length > 0 && sizeOf(p.model.shape) > 0)
  if (pair === undefined) return false
  const { text, shape, list, call } = random.pick(functions)(random, pair)
  const { dtype } = pair.model
  const out = world.target(random, (p) => p.model.dtype === dtype && String(p.model.shape) === String(shape))
  if (out === undefined) return false
  world.said = `${text} out: ${out.name} })`
  if (call(out.weld) !== out.weld) throw new Error('what is given as out is returned')
  store(out.model, filledFrom(dtype, list) as ArrayLike<Scalar>)
  return true
}

/** `np.add(x, y, { out, where })`: elements where the mask does not hold stay. */
export const whereMask: Action = (world, random) => {
  const out = world.target(random)
  if (out === undefined) return false
  const { shape } = out.model
  const fit = (p: { readonly model: { readonly shape: readonly number[] } }): boolean =>
    String(broadcast(p.model.shape, shape)) === String(shape)
  const mask = world.some(random, (p) => p.model.dtype === 'bool' && fit(p))
  const pair = mask && world.numeric(random, fit)
  if (pair === undefined) return false
  const other = chance(random, 0.5) ? out : otherFor(world, random, pair)
  const op = random.pick(['add', 'sub', 'mul', 'maximum'] as const)
  const result = binary(op, pair.model, modelIn(other))
  if (result === null || !fit({ model: result })) return false
  world.said = `${pair.name}.${op}(${nameOf(other)}, { out: ${out.name}, where: ${mask!.name} })`
  const call = () => ufuncs[op](pair.weld, weldIn(other), { out: out.weld, where: mask!.weld as np.NdArray<'bool'> })
  if (!fits(result.dtype, out.model.dtype)) return throwsLike('DTypeError', call)
  const held = elementsOf(stretched(mask!.model, shape))
  const fresh = elementsOf(stretched(laidOut(result), shape))
  const old = elementsOf(out.model)
  call()
  store(
    out.model,
    old.map((x, i) => (held[i] ? fresh[i]! : x)),
  )
  return true
}
