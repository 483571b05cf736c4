import type { NdArray } from 'weldarray'
import { chance, type Random } from '../../support/random.js'
import type { AnyArray } from '../../support/views.js'
import type { Action } from '../support/step.js'
import { broadcast, elementsOf, filledFrom, positions, type Strided, sizeOf, stretched } from '../support/values.js'
import { MOST_ELEMENTS, type ModelArray, modelOf, type Pair, strided, type World } from '../support/world.js'

const asAny = (weld: NdArray): AnyArray => weld as unknown as AnyArray

/** A view made by the same call on both sides. */
function byCall(world: World, pair: Pair, name: 'lo' | 'hi' | 'step' | 'transpose' | 'pick', args: (number | null)[]): boolean {
  world.said = `${pair.name}.${name}(${args.map(String).join(', ')})`
  const call = (a: AnyArray): AnyArray => a[name](...(args as number[]))!
  const { model } = pair
  world.add(call(asAny(pair.weld)) as unknown as NdArray, modelOf(model.dtype, model.store, call(model.view), model.repeats))
  return true
}

const per = (shape: readonly number[], f: (n: number) => number | null): (number | null)[] => shape.map(f)

/** `ndarray`'s own ways to make views. */
export const change: Action = (world, random) => {
  const pair = world.some(random, (p) => p.model.shape.length > 0)
  if (pair === undefined) return false
  const { shape } = pair.model
  switch (random.int(0, 4)) {
    case 0:
      return byCall(
        world,
        pair,
        'lo',
        per(shape, (n) => (chance(random, 0.4) ? null : random.int(0, Math.min(n - 1, 9)))),
      )
    case 1:
      return byCall(
        world,
        pair,
        'hi',
        per(shape, (n) => (chance(random, 0.4) ? null : random.int(Math.min(n, 1), n))),
      )
    case 2:
      return byCall(
        world,
        pair,
        'step',
        per(shape, () => random.pick([1, 1, 2, -1, -2, 3])),
      )
    case 3:
      return byCall(world, pair, 'transpose', random.pick(orders[shape.length]!))
    default:
      return byCall(
        world,
        pair,
        'pick',
        per(shape, (n) => (chance(random, 0.5) || n === 0 ? null : random.int(0, n - 1))),
      )
  }
}

const orders: number[][][] = [
  [[]],
  [[0]],
  [[1, 0]],
  [
    [2, 1, 0],
    [1, 0, 2],
    [0, 2, 1],
  ],
  [
    [3, 2, 1, 0],
    [0, 2, 1, 3],
  ],
]

/** One axis of a Python slice, by walking it. */
function sliced(random: Random, n: number): { text: string; start: number; step: number; count: number } {
  const step = random.pick([1, 1, 2, -1, -3])
  const from = chance(random, 0.4) ? undefined : random.int(-n, n - 1)
  const to = chance(random, 0.4) ? undefined : random.int(-n, n)
  const at = (x: number): number => (x < 0 ? x + n : x)
  const first = from === undefined ? (step > 0 ? 0 : n - 1) : at(from)
  const end = to === undefined ? (step > 0 ? n : -1) : at(to)
  let count = 0
  for (let i = first; step > 0 ? i < end : i > end; i += step) count++
  return { text: `${from ?? ''}:${to ?? ''}:${step}`, start: first, step, count }
}

/** NumPy's slices, with picked and new axes. */
export const slice: Action = (world, random) => {
  const pair = world.some(random, (p) => p.model.shape.length > 0 && p.model.shape.every((n) => n > 0))
  if (pair === undefined) return false
  const { model } = pair
  const shape: number[] = []
  const stride: number[] = []
  let { offset } = model
  const spec = model.shape.map((n, axis) => {
    const by = model.stride[axis]!
    if (chance(random, 0.15)) {
      const at = random.int(-n, n - 1)
      offset += by * (at < 0 ? at + n : at)
      return at
    }
    const { text, start, step, count } = sliced(random, n)
    if (count > 0) offset += start * by
    shape.push(count)
    stride.push(step * by)
    return text
  })
  if (shape.length < 3 && chance(random, 0.1)) {
    spec.unshift(null as never)
    shape.unshift(1)
    stride.unshift(0)
  }
  world.said = `${pair.name}.slice(${spec.map((s) => JSON.stringify(s)).join(', ')})`
  world.add(
    pair.weld.slice(...spec),
    modelOf(model.dtype, model.store, strided(model.data, shape, stride, offset), model.repeats),
  )
  return true
}

const SHAPES = [[-1], [2, -1], [-1, 2], [3, -1], [-1, 10], [2, -1, 5], [40, -1], [-1, 1]]

/** The strides with which `a` is seen in another shape, found by trying; null where there are none. */
function reshaped(a: Strided, shape: readonly number[]): AnyArray | null {
  const at = positions(a)
  const stride = shape.map((n, k) => {
    const next = sizeOf(shape.slice(k + 1))
    return n > 1 && next < at.length ? at[next]! - at[0]! : 1
  })
  const found = positions({ shape, stride, offset: a.offset })
  return found.every((p, i) => p === at[i]) ? strided(a.data, shape, stride, a.offset) : null
}

/** Another shape of the same elements: shared if strides can do it, else a copy. */
export const reshape: Action = (world, random) => {
  const pair = world.some(random, (p) => sizeOf(p.model.shape) > 0)
  if (pair === undefined) return false
  const { model, weld, name } = pair
  const size = sizeOf(model.shape)
  const fitting = SHAPES.filter((s) => size % Math.abs(sizeOf(s)) === 0)
  const asked = random.pick(fitting)
  const shape = asked.map((n) => (n < 0 ? size / Math.abs(sizeOf(asked)) : n))
  world.said = `${name}.reshape(${asked.join(', ')})`
  addShared(world, model, weld.reshape(...asked), shape, reshaped(model, shape))
  return true
}

function addShared(world: World, from: ModelArray, weld: NdArray, shape: readonly number[], view: AnyArray | null): void {
  if (view !== null) world.add(weld, modelOf(from.dtype, from.store, view, from.repeats))
  else world.addResult(weld, { dtype: from.dtype, shape, data: filledFrom(from.dtype, elementsOf(from)) })
}

/** A view, and for a while the steps are about it and what shares its memory. */
export const focus: Action = async (world, random) => {
  const pair = world.numeric(random, (p) => sizeOf(p.model.shape) > 1)
  if (pair === undefined) return false
  world.focusOn(pair.model.store)
  return await random.pick([slice, change, reshape])(world, random)
}

/** An array shown several times over. */
export const repeat: Action = (world, random) => {
  const few = ({ shape }: ModelArray): boolean => 3 * sizeOf(shape) <= MOST_ELEMENTS
  const pair = world.some(random, (p) => p.model.shape.length > 0 && p.model.shape.length < 3 && few(p.model))
  if (pair === undefined) return false
  const { model, weld, name } = pair
  const shape = broadcast(model.shape, [random.int(2, 3), ...model.shape])!
  const view = stretched(model, shape)
  world.said = `${name}.broadcastTo([${shape}])`
  world.add(weld.broadcastTo(shape), modelOf(model.dtype, model.store, strided(view.data, shape, view.stride, view.offset), true))
  return true
}
